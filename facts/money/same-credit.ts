import type { Transaction } from '../../prisma/client.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import { isMadeFor } from './own-credit-notes.ts';

/** What a credit note says, whether it was entered as a credit of an invoice or came as a document. */
interface SaidCredit {
  customerId: string;
  totalCents: number;
  currency: string;
  issuedOn: string;
  /** The invoice that it is for; null when not given, which matches any. */
  appliesToId: string | null;
}

/** True when a stored document is this credit note. */
export async function isSameCredit(tx: Transaction, known: InvoiceRow, said: SaidCredit): Promise<boolean> {
  if (known.kind !== 'credit_note' || known.customerId !== said.customerId) return false;
  if (known.totalCents !== said.totalCents || known.currency !== said.currency) return false;
  if (fromDateColumn(known.issuedOn) !== said.issuedOn) return false;
  return said.appliesToId === null || isMadeFor(tx, known.id, said.appliesToId);
}
