import { KINDS_FITTING } from '../../domain/messages/template-kinds.ts';
import { DISPUTE_NOTED, PROMISE_NOTED } from '../../domain/shipped/acknowledgements.ts';
import type { Database } from '../../prisma/client.ts';

/** The statuses that can be acknowledged by a text of their own. */
export const ACKNOWLEDGED = ['promise', 'dispute', 'litigation'] as const;
export type Acknowledged = (typeof ACKNOWLEDGED)[number];

/** The name of the default template for each status; none is shipped for litigation. */
const SHIPPED: Record<Acknowledged, string | null> = {
  promise: PROMISE_NOTED.name,
  dispute: DISPUTE_NOTED.name,
  litigation: null,
};

/**
 * The template to propose for each status when the customer is told of it: the one with which the creditor last told a
 * customer of that status, else the default one while it keeps its name. Null where there is none.
 */
export async function proposedTemplates(
  db: Database,
  creditorId: string,
): Promise<Record<Acknowledged, string | null>> {
  const used = new Map((await lastUsed(db, creditorId)).map(({ status, id }) => [status, id]));
  const names = ACKNOWLEDGED.flatMap((status) => SHIPPED[status] ?? []);
  const where = { creditorId, name: { in: names }, level: null, purpose: 'acknowledgement' } as const;
  const shipped = await db.template.findMany({ where, select: { id: true, name: true } });
  const proposed = (status: Acknowledged): string | null =>
    used.get(status) ?? shipped.find(({ name }) => name === SHIPPED[status])?.id ?? null;
  return { promise: proposed('promise'), dispute: proposed('dispute'), litigation: proposed('litigation') };
}

/** Only templates that may still be used for it. The ids of qualifications are in the order of their making. */
async function lastUsed(db: Database, creditorId: string) {
  return db.$queryRaw<{ status: Acknowledged; id: string }[]>`
    SELECT s.status, last.id FROM unnest(${[...ACKNOWLEDGED]}::text[]) AS s(status) CROSS JOIN LATERAL (
      SELECT t.id FROM qualifications q
      JOIN messages m ON m.id = q."customerMessageId" JOIN templates t ON t.id = m."templateId"
      WHERE q."creditorId" = ${creditorId}::uuid AND q.status = s.status AND t.level IS NULL
        AND t.purpose IS DISTINCT FROM 'internal' AND t.kind::text = ANY(${KINDS_FITTING.email}::text[])
      ORDER BY q.id DESC LIMIT 1
    ) last`;
}
