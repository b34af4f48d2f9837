import { KEPT_OF_HISTORY } from '../../domain/erasure/kept-of-history.ts';
import type { Transaction } from '../../prisma/client.ts';

/**
 * Keeps in each line of a customer's history only what domain/erasure/kept-of-history.ts allows, without the reference
 * when `dropsReference`. The reason for the erasure stays. Returns how many lines lost something.
 */
export async function eraseHistory(
  tx: Transaction,
  creditorId: string,
  customerId: string,
  { dropsReference }: { dropsReference: boolean },
): Promise<number> {
  return tx.$executeRaw`
    WITH lines AS (
      SELECT id, kind, "invoiceId", COALESCE((
        SELECT jsonb_object_agg(key, value) FROM jsonb_each(data)
        WHERE key = ANY (${KEPT_OF_HISTORY}::text[])
          AND NOT (${dropsReference} AND key = 'number' AND kind = 'created' AND "invoiceId" IS NULL)), '{}'::jsonb) AS kept
      FROM history WHERE "creditorId" = ${creditorId}::uuid AND "customerId" = ${customerId}::uuid AND kind <> 'erased')
    UPDATE history h SET data = lines.kept FROM lines WHERE h.id = lines.id AND h.data <> lines.kept`;
}

/**
 * Erases the arguments of decisions about the customer's cases: words, recipients, reasons. Verdicts stay. Returns how
 * many.
 */
export async function eraseDecisions(tx: Transaction, creditorId: string, customerId: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE decisions SET args = '{}'::jsonb WHERE "creditorId" = ${creditorId}::uuid AND args <> '{}'::jsonb AND (
      "invoiceId" IN (SELECT id FROM invoices WHERE "customerId" = ${customerId}::uuid)
      OR "actionId" IN (SELECT id FROM actions WHERE "customerId" = ${customerId}::uuid))`;
}

/** Replaces the reference in sentences of refused import rows that end with it. */
export async function replaceInRefusals(
  tx: Transaction,
  creditorId: string,
  reference: { before: string; after: string },
): Promise<void> {
  const [before, after] = [` ${reference.before}.`, ` ${reference.after}.`];
  await tx.$executeRaw`
    UPDATE imports SET refused = (
      SELECT jsonb_agg(jsonb_set(one, '{detail}', to_jsonb(replace(one->>'detail', ${before}, ${after}))) ORDER BY place)
      FROM jsonb_array_elements(refused) WITH ORDINALITY AS each(one, place))
    WHERE "creditorId" = ${creditorId}::uuid
      AND EXISTS (SELECT FROM jsonb_array_elements(refused) AS one WHERE strpos(one->>'detail', ${before}) > 0)`;
}
