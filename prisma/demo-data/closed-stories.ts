import { addDays } from './days.ts';
import type { DemoFact } from './demo-types.ts';
import { dayAfter, nth, officeMinute, type Setting } from './moments.ts';
import { creditThenPayment, payment } from './money-facts.ts';
import { SUPERVISOR } from './staff.ts';
import { CANCELLED, PROMISES, WRITTEN_OFF } from './wording.ts';

const METHODS = ['virement', 'virement', 'carte', 'chèque', 'prélèvement'];
const OVER_CENTS = 25_000;

export function cancelledFacts(setting: Setting): DemoFact[] {
  const { number, story } = setting.draft;
  const at = { on: dayAfter(setting, 1, 8), minute: officeMinute(setting) };
  return [
    { kind: 'end', at, by: setting.collector, number, closedAs: 'cancelled', reason: nth(CANCELLED, story.index) },
  ];
}

export function writtenOffFacts(setting: Setting): DemoFact[] {
  const { number, story } = setting.draft;
  const at = { on: dayAfter(setting, 20, 50), minute: officeMinute(setting) };
  return [{ kind: 'end', at, by: SUPERVISOR, number, closedAs: 'written_off', reason: nth(WRITTEN_OFF, story.index) }];
}

/** Most are paid at once; some in two payments, with a credit note, or as promised. */
export function paidFacts(setting: Setting): DemoFact[] {
  const { draft, chance, collector } = setting;
  const { number, totalCents, lastOn } = draft;
  const { index } = draft.story;
  const on = dayAfter(setting, 2, 12);
  // The part that no invoice takes stays unallocated, and covers another invoice of the customer.
  if (index === 0) return [payment(draft, 1, { on, minute: 600 }, totalCents, 'virement', OVER_CENTS)];
  if (index % 12 === 5) return creditThenPayment(draft, on, chance);
  if (index % 6 === 2) {
    const firstCents = Math.round(totalCents * 0.4);
    const restAt = { on: addDays(on, chance.int(3, 8)), minute: 640 };
    return [
      payment(draft, 1, { on, minute: 610 }, firstCents, 'chèque'),
      payment(draft, 2, restAt, totalCents - firstCents, 'virement'),
    ];
  }
  const paid = payment(draft, 1, { on, minute: chance.int(400, 1_100) }, totalCents, chance.pick(METHODS));
  if (index % 8 !== 1) return [paid];
  const input = { amount_cents: totalCents, promised_on: on, comment: nth(PROMISES, index) };
  return [{ kind: 'promise', at: { on: addDays(lastOn, 1), minute: 620 }, by: collector, number, input }, paid];
}
