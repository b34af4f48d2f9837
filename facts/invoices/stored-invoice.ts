import type { HandedOver, Telling } from '../outcome.ts';

/** What writing an invoice or a credit note gives. */
export interface StoredInvoice {
  id: string;
  tellings: Telling[];
  handedOver: HandedOver[];
}
