import type { DemoFact, PauseCause } from './demo-types.ts';
import { dayAfter, dayAhead, nth, officeMinute, type Setting } from './moments.ts';
import { DISPUTES, LITIGATION, PAUSES, PROMISES } from './wording.ts';

/** The index of the dispute that was upheld and still waits for its credit note. */
const UPHELD = 4;
/** The `index % 4` of the stories recorded from the statement of account, by « Modifier le statut ». */
const QUALIFIED = { dispute: 2, promise: 1 };

export function litigationFacts(setting: Setting): DemoFact[] {
  const { number, story } = setting.draft;
  const at = { on: dayAfter(setting, 3, 15), minute: officeMinute(setting) };
  return [{ kind: 'litigation', at, by: setting.collector, number, reason: nth(LITIGATION, story.index) }];
}

export function disputeFacts(setting: Setting): DemoFact[] {
  const { number, totalCents, story } = setting.draft;
  const { collector: by } = setting;
  const on = dayAfter(setting, 2, 6);
  const minute = officeMinute(setting);
  const amount_cents = story.index % 4 === 1 ? Math.round(totalCents / 4) : null;
  const input = { ...nth(DISPUTES, story.index), amount_cents };
  if (story.index % 4 === QUALIFIED.dispute) {
    const { comment, ...dispute } = input;
    return [{ kind: 'qualified', at: { on, minute }, by, number, comment, said: { status: 'dispute', dispute } }];
  }
  const opened = { kind: 'dispute', at: { on, minute }, by, number, input } as const;
  if (story.index !== UPHELD) return [opened];
  const comment = 'Avoir à établir par la comptabilité.';
  return [
    opened,
    { kind: 'dispute_resolved', at: { on, minute: minute + 45 }, by, number, outcome: 'upheld', comment },
  ];
}

/** Every fourth promise is in two instalments. */
export function promiseFacts(setting: Setting): DemoFact[] {
  const { number, totalCents, story } = setting.draft;
  const at = { on: dayAfter(setting, 1, 3), minute: officeMinute(setting) };
  const comment = nth(PROMISES, story.index);
  const promise = (amount_cents: number, promised_on: string): DemoFact => {
    if (story.index % 4 === QUALIFIED.promise) {
      const said = { status: 'promise', promise: { amount_cents, promised_on } } as const;
      return { kind: 'qualified', at, by: setting.collector, number, comment, said };
    }
    return { kind: 'promise', at, by: setting.collector, number, input: { amount_cents, promised_on, comment } };
  };
  if (story.index % 4 !== 3) return [promise(totalCents, dayAhead(setting, 2, 24))];
  const half = Math.floor(totalCents / 2);
  return [promise(half, dayAhead(setting, 4, 10)), promise(totalCents - half, dayAhead(setting, 34, 40))];
}

/** A pause for a court, an illness or a death has no end; an agreed one has. */
export function pauseFacts(setting: Setting): DemoFact[] {
  const { number, story, customer } = setting.draft;
  const { reason, cause } = nth<{ reason: string; cause: PauseCause }>(PAUSES[customer.input.kind], story.index);
  const until_on = cause === 'other' ? dayAhead(setting, 10, 40) : null;
  const at = { on: dayAfter(setting, 2, 6), minute: officeMinute(setting) };
  return [{ kind: 'pause', at, by: setting.collector, number, input: { reason, until_on, cause } }];
}
