import { z } from 'zod';
import { currency, foreignId, level, line, localDate, paragraph, positiveCents, uuid, webUrl } from './fields.ts';

const caseFile = z.strictObject({
  reference: line(100).nullish(),
  mission: line(200).nullish(),
  report_status: line(60).nullish(),
  invoice_status: line(60).nullish(),
  referrer_id: uuid.nullish(),
  notary_id: uuid.nullish(),
});
export type CaseFileInput = z.output<typeof caseFile>;

const DUE_BEFORE_ISSUED = 'must not be before issued_on';

/** `POST /invoices`: an invoice or a credit note; amounts are positive for both. */
export const invoiceInput = z
  .strictObject({
    number: foreignId,
    customer_reference: foreignId,
    kind: z.enum(['invoice', 'credit_note']).default('invoice'),
    issued_on: localDate,
    due_on: localDate.nullish(),
    total_cents: positiveCents,
    currency,
    case_file: caseFile.nullish(),
    invoice_url: webUrl.nullish(),
    payment_url: webUrl.nullish(),
    scenario_id: uuid.nullish(),
    initial_level: level.nullish(),
    initial_level_on: localDate.nullish(),
    applies_to: foreignId.nullish(),
  })
  .superRefine((invoice, refusal) => {
    const refuse = (field: string, message: string) =>
      refusal.addIssue({ code: 'custom', path: [field], message, input: invoice });
    if (invoice.due_on && invoice.due_on < invoice.issued_on) refuse('due_on', DUE_BEFORE_ISSUED);
    if (invoice.kind === 'invoice') {
      if (!invoice.due_on) refuse('due_on', 'is required for an invoice');
      if (invoice.applies_to) refuse('applies_to', 'is for credit notes only');
      if (invoice.initial_level_on && !invoice.initial_level)
        refuse('initial_level_on', 'needs an initial_level of 1 or more');
    } else {
      if (invoice.scenario_id) refuse('scenario_id', 'a credit note has no ladder');
      if (invoice.initial_level) refuse('initial_level', 'a credit note has no ladder');
      if (invoice.initial_level_on) refuse('initial_level_on', 'a credit note has no ladder');
    }
  });
export type InvoiceInput = z.output<typeof invoiceInput>;

/** `PATCH /invoices/{id}`: absent fields stay, in `case_file` too. */
export const invoiceChange = z.strictObject({
  due_on: localDate.optional(),
  total_cents: positiveCents.optional(),
  case_file: caseFile.optional(),
  invoice_url: webUrl.nullable().optional(),
  payment_url: webUrl.nullable().optional(),
  scenario_id: uuid.nullable().optional(),
});
export type InvoiceChange = z.output<typeof invoiceChange>;

/** `POST /invoices/{id}/cancel` and `/write-off`. */
export const reasonInput = z.strictObject({ reason: paragraph(1000) });
export type ReasonInput = z.output<typeof reasonInput>;
