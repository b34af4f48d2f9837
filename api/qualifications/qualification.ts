import { z } from 'zod';
import type { EndpointRequest } from '../frame/endpoint.ts';
import { notHere } from '../frame/problem.ts';

/** A qualification, and its result. */
export const qualification = z.object({
  id: z.string(),
  customer_id: z.string(),
  invoice_ids: z.array(z.string()),
  status: z.enum(['dispute', 'promise', 'litigation', 'none']),
  comment: z.string().nullable(),
  customer_message_id: z.string().nullable(),
  colleague_message_id: z.string().nullable(),
  specific_action_id: z.string().nullable(),
  actor: z.object({ kind: z.string(), name: z.string() }),
  at: z.iso.datetime(),
});

/** Returns the qualification; throws a 404 when there is none. */
export async function readQualification({ context }: EndpointRequest, id: string) {
  const row = await context.db.qualification.findUnique({ where: { id } });
  if (!row) throw notHere();
  const { kind, name } = row.actor as { kind: string; name: string };
  return {
    id: row.id,
    customer_id: row.customerId,
    invoice_ids: row.invoiceIds,
    status: row.status as z.input<typeof qualification>['status'],
    comment: row.comment,
    customer_message_id: row.customerMessageId,
    colleague_message_id: row.colleagueMessageId,
    specific_action_id: row.specificActionId,
    actor: { kind, name },
    at: row.at.toISOString(),
  } satisfies z.input<typeof qualification>;
}
