import { BANK, INVOICING, PRODUCT } from './creditor.ts';
import { addDays, type Today } from './days.ts';
import type { DemoFact, Moment } from './demo-types.ts';
import type { InvoiceDraft } from './drafts.ts';
import type { Chance } from './random.ts';

/** A payment set against the invoice, with `overCents` more that stays unallocated. */
export function payment(
  draft: InvoiceDraft,
  nth: number,
  at: Moment,
  amountCents: number,
  method: string,
  overCents = 0,
): DemoFact {
  return {
    kind: 'payment',
    at,
    by: BANK,
    input: {
      external_id: `REG-${draft.number}-${nth}`,
      amount_cents: amountCents + overCents,
      currency: 'EUR',
      paid_on: at.on,
      method,
      customer_reference: draft.customer.input.reference,
      allocations: [{ invoice_number: draft.number, amount_cents: amountCents }],
    },
  };
}

export function partPayment(draft: InvoiceDraft, createdOn: string, today: Today, chance: Chance): DemoFact {
  const yesterday = addDays(today.on, -1);
  const wished = addDays(createdOn, chance.int(1, 5));
  const amountCents = Math.round((draft.totalCents * chance.pick([25, 30, 50])) / 100);
  return payment(
    draft,
    1,
    { on: wished < yesterday ? wished : yesterday, minute: chance.int(420, 1_080) },
    amountCents,
    'virement',
  );
}

/** A tenth is credited, the rest is paid. */
export function creditThenPayment(draft: InvoiceDraft, on: string, chance: Chance): DemoFact[] {
  const creditCents = Math.round(draft.totalCents / 10);
  const paidAt = { on: addDays(on, chance.int(2, 6)), minute: 655 };
  return [credit(draft, on, creditCents), payment(draft, 1, paidAt, draft.totalCents - creditCents, 'virement')];
}

/** An upheld dispute: the credit note ends it, and the ladder goes on with what is left. */
export function creditedAfterDispute(draft: InvoiceDraft, collector: string): DemoFact[] {
  const { number, levelDays, lastOn, issuedOn } = draft;
  const on = addDays(levelDays.length > 0 ? lastOn : issuedOn, 1);
  const input = {
    reason: 'Erreur de tarif',
    comment: 'Deux diagnostics facturés, un seul réalisé.',
    amount_cents: null,
  };
  return [
    { kind: 'dispute', at: { on, minute: 565 }, by: collector, number, input },
    {
      kind: 'dispute_resolved',
      at: { on, minute: 800 },
      by: collector,
      number,
      outcome: 'upheld',
      comment: 'Avoir accordé.',
    },
    credit(draft, on, Math.round(draft.totalCents * 0.35), 860),
  ];
}

/** A promise for the next day that was not paid: three working days later the ladder went on. */
export function brokenPromise(draft: InvoiceDraft, collector: string): DemoFact[] {
  const on = addDays(draft.lastOn, 1);
  const input = { amount_cents: draft.totalCents, promised_on: on, comment: 'Promet un virement dans la journée' };
  return [
    { kind: 'promise', at: { on, minute: 560 }, by: collector, number: draft.number, input },
    // Planned once the days of grace are over.
    { kind: 'plan', at: { on: addDays(on, 7), minute: 5 }, by: PRODUCT, number: draft.number },
  ];
}

function credit(draft: InvoiceDraft, on: string, amountCents: number, minute = 590): DemoFact {
  const number = `AV-${draft.number.slice(3)}`;
  const input = { external_id: number, number, amount_cents: amountCents, issued_on: on };
  return { kind: 'credit', at: { on, minute }, by: INVOICING, number: draft.number, input };
}
