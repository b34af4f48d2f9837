import { hasEnded } from '../../case/ended.ts';
import type { OfferedItem } from '../../specific-action/item-boxes.tsx';
import type { Paused } from '../../specific-action/kept-back.ts';
import type { ChosenItems } from '../../specific-action/specific-action-dialog.tsx';
import { sumsByCurrency } from '../../table/sums-by-currency.ts';
import type { AccountData, AccountItem } from './account.ts';

/** Items of the account that something may be done about, and what they come to, currency by currency. */
export interface Chosen extends Pick<ChosenItems, 'ids' | 'inLitigation' | 'paused' | 'held'> {
  sums: { currency: string; cents: number }[];
}

/** Neither paid, cancelled nor written off, and no credit note. */
export const isOpen = ({ kind, status }: Pick<AccountItem, 'kind' | 'status'>): boolean =>
  kind === 'invoice' && status !== null && !hasEnded({ status });

type Account = Pick<AccountData, 'currency'> & { items: readonly ChosenFrom[] };
type ChosenFrom = Pick<
  AccountItem,
  'id' | 'number' | 'kind' | 'status' | 'currency' | 'balance_cents' | 'holds' | 'due_on' | 'days_late'
>;

/** The items of the account that are ticked and are open invoices. */
export function chosenOf(account: Account | undefined, isTicked: (id: string) => boolean): Chosen {
  const items = (account?.items ?? []).filter((item) => isTicked(item.id) && isOpen(item));
  const sums = sumsByCurrency(items, ({ balance_cents: cents }) => cents);
  return { ids: items.map(({ id }) => id), ...heldOf(items), sums };
}

/** As the dialogs take them; null of nothing, and of two currencies: a promise, a mail and an action are in one. */
export function itemsOf({ sums: [sum, another], ...chosen }: Chosen): ChosenItems | null {
  return sum && !another ? { ...chosen, balanceCents: sum.cents, currency: sum.currency } : null;
}

/**
 * Of nothing in particular: all open invoices of the account's currency, without those in litigation, about which nothing is sent.
 * Where all are there, all of them: one may still call.
 */
export function allOpenOf(account: Account | undefined): (ChosenItems & { leftOut: number }) | null {
  const open = (account?.items ?? []).filter((item) => item.currency === account?.currency && isOpen(item));
  const free = open.filter((item) => !isInLitigation(item));
  const items = free.length > 0 ? free : open;
  if (!account || items.length === 0) return null;
  return {
    ids: items.map(({ id }) => id),
    balanceCents: centsOf(items),
    currency: account.currency,
    ...heldOf(items),
    leftOut: open.length - items.length,
  };
}

/**
 * Of these items those that are past their due date, on which a reminder may say that nothing was paid, and of them those that no dispute,
 * promise or pause holds. Where all that are overdue are held, all of those; where none is overdue, or where that is not known, all items.
 */
export function overdueOf(account: Account | undefined, all: ChosenItems & { leftOut: number }): ChosenItems {
  const late = (account?.items ?? []).filter(({ id, days_late }) => all.ids.includes(id) && (days_late ?? 0) > 0);
  const free = late.filter(({ holds }) => !holds.some(({ kind }) => OUTLASTS.has(kind) || PAUSES.has(kind)));
  const ticked = new Set((free.length > 0 ? free : late).map(({ id }) => id));
  const items = itemsOf(chosenOf(account, (id) => ticked.has(id)));
  return items ? { ...items, leftOut: all.leftOut } : all;
}

/** Those of these ids that are still open, in the account's order. */
export const offeredOf = (account: Account | undefined, ids: readonly string[]): OfferedItem[] =>
  (account?.items ?? [])
    .filter((item) => ids.includes(item.id) && isOpen(item))
    .map(({ id, number, due_on, days_late, balance_cents, currency, holds }) => ({
      ...{ id, number, dueOn: due_on, daysLate: days_late, balanceCents: balance_cents, currency },
      heldBy: holds.map(({ kind }) => kind),
    }));

/** With this one ticked, or not any more; as it was where nothing would be left, since an action is about something. */
export function withTicked(account: Account | undefined, items: ChosenItems, id: string): ChosenItems {
  const ids = items.ids.includes(id) ? items.ids.filter((one) => one !== id) : [...items.ids, id];
  const ticked = itemsOf(chosenOf(account, (one) => ids.includes(one)));
  return ticked ? { ...items, ...ticked } : items;
}

/** What was chosen, with what it owes and what is in litigation or paused by now; as it was, while that is not known. */
export const asTheyAre = (chosen: ChosenItems, now: ChosenItems | null): ChosenItems =>
  now
    ? {
        ...{ ...chosen, balanceCents: now.balanceCents },
        ...{ inLitigation: now.inLitigation, paused: now.paused, held: now.held },
      }
    : chosen;

/** Numbers of what was chosen and is not open any more, e.g. paid meanwhile; `before` is the account as it was then. */
export function goneOf(ids: readonly string[], before: Account, now: Account | undefined): string[] {
  if (!now) return [];
  const open = new Set(now.items.filter(isOpen).map(({ id }) => id));
  return before.items.filter(({ id }) => ids.includes(id) && !open.has(id)).map(({ number }) => number);
}

const isInLitigation = ({ holds }: ChosenFrom): boolean => holds.some(({ kind }) => kind === 'litigation');

/** What keeps them from being reminded of. */
const heldOf = (items: readonly ChosenFrom[]): Pick<ChosenItems, 'inLitigation' | 'paused' | 'held'> => {
  const held = items.filter(({ holds }) => holds.some(({ kind }) => OUTLASTS.has(kind)));
  return {
    inLitigation: numbersInLitigation(items),
    paused: pausedOf(items),
    held: held.length === 0 ? undefined : held.length === items.length ? 'all' : 'some',
  };
};

/** Holds that an action outside the scenario does not end. */
const OUTLASTS: ReadonlySet<string> = new Set(['litigation', 'dispute', 'promise']);
const PAUSES: ReadonlySet<string> = new Set(['pause', 'customer_pause']);

/** Those on which a pause stands, their customer's too, each with the last day of the one that lasts longest. */
function pausedOf(items: readonly ChosenFrom[]): Paused[] {
  return items.flatMap(({ number, holds }) => {
    const ends = holds.filter(({ kind }) => PAUSES.has(kind)).map(({ until_on }) => until_on);
    if (ends.length === 0) return [];
    const days = ends.flatMap((on) => on ?? []).toSorted();
    return [{ number, untilOn: days.length < ends.length ? null : (days.at(-1) ?? null) }];
  });
}

const numbersInLitigation = (items: readonly ChosenFrom[]): string[] =>
  items.filter(isInLitigation).map(({ number }) => number);

const centsOf = (items: readonly ChosenFrom[]): number =>
  items.reduce((sum, { balance_cents: cents }) => sum + cents, 0);
