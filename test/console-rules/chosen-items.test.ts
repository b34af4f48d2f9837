import { expect, it } from 'vitest';
import {
  allOpenOf,
  asTheyAre,
  chosenOf,
  goneOf,
  itemsOf,
  offeredOf,
  overdueOf,
  withTicked,
} from '../../console/pages/customer/chosen-items.ts';

// Which items of an account are selected for an action, and their total.

const item = (id: string, more: object = {}) => {
  const owed = { kind: 'invoice', status: 'due', currency: 'EUR', balance_cents: 100_00, holds: [] };
  return { id, number: `FA-${id}`, ...owed, ...more };
};
type Account = NonNullable<Parameters<typeof chosenOf>[0]>;
const account = (...items: object[]) => ({ currency: 'EUR', items }) as unknown as Account;
const all = () => true;
const LITIGATION = { holds: [{ kind: 'litigation' }] };

it('003-08 items of two currencies have a sum each, and are not qualified together', () => {
  const both = account(item('a'), item('b'), item('c', { currency: 'USD', balance_cents: 50_00 }));
  const chosen = chosenOf(both, all);
  expect(chosen.sums).toEqual([
    { currency: 'EUR', cents: 200_00 },
    { currency: 'USD', cents: 50_00 },
  ]);
  expect(itemsOf(chosen)).toBeNull();
  expect(itemsOf(chosenOf(both, (id) => id !== 'c'))).toEqual({
    ids: ['a', 'b'],
    balanceCents: 200_00,
    currency: 'EUR',
    inLitigation: [],
    paused: [],
  });
  expect(itemsOf(chosenOf(both, (id) => id === 'c'))).toMatchObject({ balanceCents: 50_00, currency: 'USD' });
});

it('of what is ticked, what is over and credit notes are no part; of nothing there is nothing', () => {
  const mixed = account(item('paid', { status: 'paid' }), item('credit', { kind: 'credit_note', status: null }));
  expect(chosenOf(mixed, all)).toMatchObject({ ids: [], sums: [] });
  expect(itemsOf(chosenOf(mixed, all))).toBeNull();
  expect(allOpenOf(mixed)).toBeNull();
});

it('003-07 what a dispute, litigation or a promise holds does not go on after an action; a pause is said by itself', () => {
  const held = (...kinds: string[][]) =>
    chosenOf(account(...kinds.map((of, at) => item(`${at}`, { holds: of.map((kind) => ({ kind })) }))), all).held;
  for (const kind of ['litigation', 'dispute', 'promise']) {
    expect(held([kind])).toBe('all');
    expect(held([kind], [])).toBe('some');
  }
  expect(held([], ['pause'])).toBeUndefined();
});

it('003-19 with nothing ticked an action is about all that is open in the account’s currency, but for what is in litigation', () => {
  const mixed = account(item('a'), item('b', LITIGATION), item('c', { currency: 'USD' }), item('d'));
  expect(allOpenOf(mixed)).toEqual({
    ids: ['a', 'd'],
    balanceCents: 200_00,
    currency: 'EUR',
    inLitigation: [],
    paused: [],
    leftOut: 1,
  });
});

it('003-19 where all is in litigation it is about all of it: a call may still be planned', () => {
  expect(allOpenOf(account(item('a', LITIGATION)))).toMatchObject({ ids: ['a'], inLitigation: ['FA-a'], leftOut: 0 });
});

it('003-19 what is ticked and in litigation is named: it would have the whole action refused', () => {
  expect(chosenOf(account(item('a'), item('b', LITIGATION)), all).inLitigation).toEqual(['FA-b']);
});

it('what is paid while something is typed about it is named, whether paid items are listed or not', () => {
  const before = account(item('a'), item('b'), item('c'));
  expect(goneOf(['a', 'b'], before, before)).toEqual([]);
  expect(goneOf(['a', 'b'], before, account(item('b'), item('c')))).toEqual(['FA-a']);
  expect(goneOf(['a', 'b'], before, account(item('a'), item('b', { status: 'paid' })))).toEqual(['FA-b']);
  expect(goneOf(['a'], before, undefined)).toEqual([]);
});

it('what a dialog is about owes what it owes by now: money that comes while one types lowers the sum, and a litigation is named', () => {
  const asked = { ...itemsOf(chosenOf(account(item('a'), item('b')), all))!, leftOut: 3 };
  const now = itemsOf(chosenOf(account(item('b', LITIGATION), item('a', { balance_cents: 60_00 })), all));
  expect(asTheyAre(asked, now)).toEqual({
    ids: ['a', 'b'],
    balanceCents: 160_00,
    currency: 'EUR',
    inLitigation: ['FA-b'],
    paused: [],
    held: 'some',
    leftOut: 3,
  });
  expect(asTheyAre(asked, null)).toBe(asked);
});

it('what is paused is named with the last day of the pause that lasts longest, none when one has no end', () => {
  const until = (kind: string, until_on: string | null) => ({ kind, until_on });
  const chosen = chosenOf(
    account(
      item('a', { holds: [until('pause', '2026-12-10'), until('customer_pause', '2026-12-05')] }),
      item('b', { holds: [until('pause', '2026-12-10'), until('customer_pause', null)] }),
      item('c', { holds: [until('promise', '2026-12-10'), until('dispute', null)] }),
    ),
    all,
  );
  expect(chosen.paused).toEqual([
    { number: 'FA-a', untilOn: '2026-12-10' },
    { number: 'FA-b', untilOn: null },
  ]);
});

it('003-19 with nothing ticked what is not overdue yet is offered and not ticked: nobody writes of it that nothing was paid', () => {
  const mixed = account(
    item('late', { days_late: 20 }),
    item('today', { days_late: 0 }),
    item('coming', { days_late: -23, due_on: '2026-12-23' }),
    item('sued', { ...LITIGATION, days_late: 90 }),
  );
  const all = allOpenOf(mixed)!;
  expect(overdueOf(mixed, all)).toMatchObject({ ids: ['late'], balanceCents: 100_00, leftOut: 1 });
  expect(offeredOf(mixed, all.ids).map(({ number, daysLate }) => [number, daysLate])).toEqual([
    ['FA-late', 20],
    ['FA-today', 0],
    ['FA-coming', -23],
  ]);
  const early = account(item('a', { days_late: -1 }), item('b', { days_late: null }));
  expect(overdueOf(early, allOpenOf(early)!).ids).toEqual(['a', 'b']);
});

it('003-19 with nothing ticked what a dispute, a promise or a pause holds is offered, says so, and is not ticked', () => {
  const under = (id: string, kind: string) => item(id, { days_late: 20, holds: [{ kind, until_on: null }] });
  const held = ['dispute', 'promise', 'pause', 'customer_pause'].map((kind) => under(kind, kind));
  const mixed = account(item('free', { days_late: 20 }), ...held, under('planned', 'specific_action'));
  expect(overdueOf(mixed, allOpenOf(mixed)!)).toMatchObject({ ids: ['free', 'planned'], held: undefined, paused: [] });
  expect(offeredOf(mixed, ['free', 'promise']).map(({ heldBy }) => heldBy)).toEqual([[], ['promise']]);
  // An action needs items: where everything overdue is held, it is about the held items.
  const bound = account(...held, item('coming', { days_late: -3 }));
  expect(overdueOf(bound, allOpenOf(bound)!).ids).toEqual(['dispute', 'promise', 'pause', 'customer_pause']);
});

it('003-06 an item is taken out of an action and put into it again, but for the last one', () => {
  const both = account(item('a'), item('b', LITIGATION));
  const one = withTicked(both, { ...itemsOf(chosenOf(both, all))!, leftOut: 2 }, 'b');
  expect(one).toMatchObject({ ids: ['a'], balanceCents: 100_00, inLitigation: [], leftOut: 2 });
  expect(withTicked(both, one, 'a')).toBe(one);
  expect(withTicked(both, one, 'b')).toMatchObject({ ids: ['a', 'b'], balanceCents: 200_00, inLitigation: ['FA-b'] });
});
