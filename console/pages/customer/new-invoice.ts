import type { paths } from '../../api/schema.ts';
import type { TypedFile } from '../../case/dialogs/case-file-fields.tsx';
import { smallestIn } from '../../words/decimals.ts';
import { fileOf, linksOf } from '../../case/dialogs/invoice-change.ts';

/** An invoice or a credit note as typed. Amounts are integer cents, days are `YYYY-MM-DD`. */
export interface NewInvoice extends TypedFile {
  kind: 'invoice' | 'credit_note';
  number: string;
  issuedOn: string | null;
  dueOn: string | null;
  totalCents: number | null;
  currency: string;
  scenarioId: string | null;
  /** The level already reached before the invoice was entered here; 0 for none. */
  level: number;
  levelOn: string | null;
  /** The number of the invoice that a credit note applies to. */
  appliesTo: string;
}

export const blankInvoice = (todayOn: string, currency: string): NewInvoice => ({
  ...{ kind: 'invoice', number: '', issuedOn: todayOn, dueOn: null, totalCents: null, currency },
  ...{ scenarioId: null, level: 0, levelOn: todayOn, appliesTo: '' },
  ...{ reference: '', mission: '', report: '', invoice: '', referrerId: null, notaryId: null },
  ...{ invoiceUrl: '', paymentUrl: '' },
});

/** Keeps the displayed amount when the currency changes: 150 euros become 150 yen, although the yen has no cents. */
export function inCurrency({ totalCents, currency: was }: NewInvoice, currency: string) {
  const factor = smallestIn(currency) / smallestIn(was);
  return { currency, totalCents: totalCents === null ? null : Math.round(totalCents * factor) };
}

/** Whether every field that the API requires is filled in. */
export function isComplete(typed: NewInvoice): boolean {
  const isDated =
    typed.kind === 'credit_note' || (typed.dueOn !== null && (typed.level === 0 || typed.levelOn !== null));
  return typed.number.trim() !== '' && typed.issuedOn !== null && Boolean(typed.totalCents) && isDated;
}

type Body = paths['/v1/invoices']['post']['requestBody']['content']['application/json'];

/**
 * Converts a typed document to the body of the API, without fields of the other kind that were filled in before the
 * kind was changed.
 */
export function bodyOf(typed: NewInvoice, customerReference: string): Body {
  const { kind, number, issuedOn, dueOn, totalCents, currency, level, levelOn, appliesTo, scenarioId } = typed;
  return {
    ...{ kind, number: number.trim(), customer_reference: customerReference },
    ...{ issued_on: issuedOn ?? '', total_cents: totalCents ?? 0, currency },
    ...(kind === 'invoice'
      ? {
          due_on: dueOn,
          scenario_id: scenarioId,
          ...(level > 0 ? { initial_level: level, initial_level_on: levelOn } : {}),
        }
      : { applies_to: appliesTo.trim() || null }),
    case_file: fileOf(typed),
    ...linksOf(typed),
  };
}
