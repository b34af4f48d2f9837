import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomersByReference } from '../../prisma/lock.ts';
import { contentHash } from '../content-hash.ts';
import type { InvoiceInput } from '../inputs/invoice.ts';
import type { FactContext } from '../outcome.ts';
import { isUniqueViolation } from '../store-once.ts';
import { type NewInvoice, type OpenedCase, storeInvoices } from './store-invoices.ts';

/**
 * Stores many invoices in one transaction. Only what is plain and new is stored: whatever may have to be refused, is there
 * already or needs a further look is left out, for `createInvoice` to take one by one. Answers what was stored.
 */
export async function createInvoices(
  db: Database,
  context: FactContext,
  inputs: readonly InvoiceInput[],
): Promise<OpenedCase[]> {
  const plain = inputs.filter(isPlain);
  if (plain.length === 0) return [];
  try {
    return await db.$transaction(async (tx) => {
      const references = plain.map((input) => input.customer_reference);
      const customerIds = await lockCustomersByReference(tx, context.creditorId, references);
      const known = await knownNumbers(tx, context, plain);
      const fresh = new Map<string, NewInvoice>();
      for (const input of plain) {
        const customerId = customerIds.get(input.customer_reference);
        if (!customerId || known.has(input.number) || fresh.has(input.number)) continue;
        fresh.set(input.number, { customerId, input, hash: contentHash(input) });
      }
      return fresh.size === 0 ? [] : await storeInvoices(tx, context, [...fresh.values()]);
    });
  } catch (error) {
    // Somebody posted one of them meanwhile: one by one finds out which.
    if (isUniqueViolation(error)) return [];
    throw error;
  }
}

/** An invoice without a level of its own and without ids that may be nobody's. */
function isPlain(input: InvoiceInput): boolean {
  const { kind, scenario_id: scenarioId, initial_level: level, case_file: file } = input;
  return kind === 'invoice' && !scenarioId && !level && !file?.referrer_id && !file?.notary_id;
}

async function knownNumbers(
  tx: Transaction,
  { creditorId }: FactContext,
  inputs: readonly InvoiceInput[],
): Promise<Set<string>> {
  const numbers = inputs.map(({ number }) => number);
  const found = await tx.invoice.findMany({ where: { creditorId, number: { in: numbers } }, select: { number: true } });
  return new Set(found.map(({ number }) => number));
}
