import type { Endpoint } from '../frame/endpoint.ts';
import { allocateCreditNoteEndpoint } from './allocate-credit-note.ts';
import { cancelInvoiceEndpoint } from './cancel-invoice.ts';
import { countInvoicesEndpoint } from './count-invoices.ts';
import { createInvoiceEndpoint } from './create-invoice.ts';
import { explainInvoiceEndpoint } from './explain-invoice.ts';
import { exportInvoicesEndpoint } from './export-invoices.ts';
import { getInvoiceEndpoint } from './get-invoice.ts';
import { getLateInterestEndpoint } from './get-late-interest.ts';
import { listHistoryEndpoint } from './list-history.ts';
import { listInvoicesEndpoint } from './list-invoices.ts';
import { patchInvoiceEndpoint } from './patch-invoice.ts';
import { recordCreditEndpoint } from './record-credit.ts';
import { refundCreditNoteEndpoint } from './refund-credit-note.ts';
import { takeCreditNoteOffInvoiceEndpoint } from './take-credit-note-off-invoice.ts';
import { writeOffInvoiceEndpoint } from './write-off-invoice.ts';

export const invoiceRoutes: readonly Endpoint[] = [
  createInvoiceEndpoint,
  listInvoicesEndpoint,
  countInvoicesEndpoint,
  exportInvoicesEndpoint,
  getInvoiceEndpoint,
  patchInvoiceEndpoint,
  listHistoryEndpoint,
  explainInvoiceEndpoint,
  getLateInterestEndpoint,
  cancelInvoiceEndpoint,
  writeOffInvoiceEndpoint,
  recordCreditEndpoint,
  allocateCreditNoteEndpoint,
  takeCreditNoteOffInvoiceEndpoint,
  refundCreditNoteEndpoint,
];
