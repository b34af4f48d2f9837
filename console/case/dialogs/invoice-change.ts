import type { paths } from '../../api/schema.ts';
import { typedFields } from '../../states/typed-fields.ts';
import type { Invoice } from '../case-data.ts';
import type { TypedFile } from './case-file-fields.tsx';

export interface TypedInvoice extends TypedFile {
  dueOn: string | null;
  totalCents: number | null;
}

type Change = paths['/v1/invoices/{id}']['patch']['requestBody']['content']['application/json'];

/** The initial values of the form of an invoice. */
export const typedOf = ({ case_file: file, ...invoice }: Invoice): TypedInvoice => ({
  dueOn: invoice.due_on,
  totalCents: invoice.total_cents,
  reference: file.reference ?? '',
  mission: file.mission ?? '',
  report: file.report_status ?? '',
  invoice: file.invoice_status ?? '',
  referrerId: file.referrer_id,
  notaryId: file.notary_id,
  invoiceUrl: invoice.invoice_url ?? '',
  paymentUrl: invoice.payment_url ?? '',
});

/** The fields that differ from the version the form was opened with. */
export function changedOf(base: TypedInvoice, typed: TypedInvoice): Change {
  const file = typedFields(fileOf(base), fileOf(typed));
  return {
    ...typedFields(wholeOf(base), wholeOf(typed)),
    ...(Object.keys(file).length > 0 ? { case_file: file } : {}),
  };
}

/** Converts the case file to the body of the API. */
export const fileOf = (typed: TypedFile) => ({
  reference: textOf(typed.reference),
  mission: textOf(typed.mission),
  report_status: textOf(typed.report),
  invoice_status: textOf(typed.invoice),
  referrer_id: typed.referrerId,
  notary_id: typed.notaryId,
});

const wholeOf = (typed: TypedInvoice) => ({
  ...(typed.dueOn ? { due_on: typed.dueOn } : {}),
  ...(typed.totalCents ? { total_cents: typed.totalCents } : {}),
  ...linksOf(typed),
});

export const linksOf = ({ invoiceUrl, paymentUrl }: TypedFile) => ({
  invoice_url: textOf(invoiceUrl),
  payment_url: textOf(paymentUrl),
});

const textOf = (typed: string): string | null => typed.trim() || null;
