import { KEPT_OF_HISTORY } from '../../domain/erasure/kept-of-history.ts';
import type { Transaction } from '../../prisma/client.ts';

/** Of each line of a customer's history what domain/erasure/kept-of-history.ts lets stay; with his reference, where he was created under it. */
export async function eraseHistory(
  tx: Transaction,
  creditorId: string,
  customerId: string,
  { dropsReference }: { dropsReference: boolean },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE history SET data = COALESCE((
      SELECT jsonb_object_agg(key, value) FROM jsonb_each(data)
      WHERE key = ANY (${KEPT_OF_HISTORY}::text[])
        AND NOT (${dropsReference} AND key = 'number' AND kind = 'created' AND "invoiceId" IS NULL)), '{}'::jsonb)
    WHERE "creditorId" = ${creditorId}::uuid AND "customerId" = ${customerId}::uuid`;
}

/** What people asked for about his cases: words, recipients, reasons. The verdicts stay. */
export async function eraseDecisions(tx: Transaction, creditorId: string, customerId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE decisions SET args = '{}'::jsonb WHERE "creditorId" = ${creditorId}::uuid AND (
      "invoiceId" IN (SELECT id FROM invoices WHERE "customerId" = ${customerId}::uuid)
      OR "actionId" IN (SELECT id FROM actions WHERE "customerId" = ${customerId}::uuid))`;
}

/** The files that customers and invoices came in, his among them: once such an import is done, nothing reads its file again. */
export async function eraseImports(tx: Transaction, creditorId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE imports SET content = ''::bytea
    WHERE "creditorId" = ${creditorId}::uuid AND status = 'done' AND kind IN ('customers', 'invoices')
      AND octet_length(content) > 0`;
}
