import type { HandedOver, Telling } from '../outcome.ts';

/** The result of storing an invoice or a credit note. */
export interface StoredInvoice {
  id: string;
  tellings: Telling[];
  handedOver: HandedOver[];
}
