import { z } from 'zod';
import type { readMessages } from '../messages/message-body.ts';
import { MessageStatus } from '../../prisma/generated/enums.ts';
import { shownId } from '../frame/fields.ts';
import { asActor } from '../../facts/stored-json.ts';

const instant = z.iso.datetime();

/** A statement as lists show it; its id is that of its message. */
export const statementView = z
  .object({
    id: shownId,
    third_party_id: z.string().nullable(),
    role: z.enum(['referrer', 'notary']).nullable(),
    mode: z.string(),
    status: z.enum(MessageStatus),
    to: z.array(z.string()),
    subject: z.string().nullable(),
    invoice_ids: z.array(z.string()),
    count: z.int(),
    amount_cents: z.int(),
    currency: z.string(),
    test: z.boolean(),
    actor: z.object({ kind: z.string(), name: z.string() }),
    failure_code: z.string().nullable(),
    failure_detail: z.string().nullable(),
    created_at: instant,
    sent_at: instant.nullable(),
    pdf_url: z.string(),
  })
  .meta({ id: 'Statement' });

export function viewStatement(row: Awaited<ReturnType<typeof readMessages>>[number]): z.output<typeof statementView> {
  const { kind, name } = asActor(row.actor);
  return {
    id: row.id,
    third_party_id: row.thirdPartyId,
    role: row.thirdPartyRole,
    mode: row.kind,
    status: row.status,
    to: row.recipients,
    subject: row.subject,
    invoice_ids: row.items.map(({ invoiceId }) => invoiceId),
    count: row.items.length,
    amount_cents: row.items.reduce((sum, { amountCents }) => sum + amountCents, 0),
    currency: row.currency,
    test: row.test,
    actor: { kind, name },
    failure_code: row.failureCode,
    failure_detail: row.failureDetail,
    created_at: row.reservedAt.toISOString(),
    sent_at: row.sentAt?.toISOString() ?? null,
    pdf_url: `/v1/statements/${row.id}.pdf`,
  };
}
