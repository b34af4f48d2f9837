import { hasEnded } from '../../case/ended.ts';
import type { OfferedItem } from '../../specific-action/item-boxes.tsx';
import type { Paused } from '../../specific-action/kept-back.ts';
import type { ChosenItems } from '../../specific-action/specific-action-dialog.tsx';
import { sumsByCurrency } from '../../table/sums-by-currency.ts';
import type { AccountData, AccountItem } from './account.ts';

/** Items of the account that are chosen for a decision, and their sums by currency. */
export interface Chosen extends Pick<ChosenItems, 'ids' | 'inLitigation' | 'paused' | 'held'> {
  sums: { currency: string; cents: number }[];
}

/** An invoice that is not paid, cancelled or written off; never a credit note. */
export const isOpen = ({ kind, status }: Pick<AccountItem, 'kind' | 'status'>): boolean =>
  kind === 'invoice' && status !== null && !hasEnded({ status });

type Account = Pick<AccountData, 'currency'> & { items: readonly ChosenFrom[] };
type ChosenFrom = Pick<
  AccountItem,
  'id' | 'number' | 'kind' | 'status' | 'currency' | 'balance_cents' | 'holds' | 'due_on' | 'days_late'
>;

/** The selected items that are open invoices. */
export function chosenOf(account: Account | undefined, isTicked: (id: string) => boolean): Chosen {
  const items = (account?.items ?? []).filter((item) => isTicked(item.id) && isOpen(item));
  const sums = sumsByCurrency(items, ({ balance_cents: cents }) => cents);
  return { ids: items.map(({ id }) => id), ...heldOf(items), sums };
}

/**
 * Converts the chosen items for the dialogs. Null when nothing is chosen or for two currencies: a promise, an e-mail
 * and an action are in one currency.
 */
export function itemsOf({ sums: [sum, another], ...chosen }: Chosen): ChosenItems | null {
  return sum && !another ? { ...chosen, balanceCents: sum.cents, currency: sum.currency } : null;
}

/**
 * The items to start from when nothing is selected: all open invoices in the account's currency, without those in
 * litigation, because nothing is sent about them. When all are in litigation, all of them: a call is still possible.
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
 * The overdue items among these, without those that a dispute, promise or pause holds: only an overdue item can be
 * reminded as unpaid. When every overdue item is held, all overdue items; when none is overdue, or lateness is unknown,
 * all items.
 */
export function overdueOf(account: Account | undefined, all: ChosenItems & { leftOut: number }): ChosenItems {
  const late = (account?.items ?? []).filter(({ id, days_late }) => all.ids.includes(id) && (days_late ?? 0) > 0);
  const free = late.filter(({ holds }) => !holds.some(({ kind }) => OUTLASTS.has(kind) || PAUSES.has(kind)));
  const ticked = new Set((free.length > 0 ? free : late).map(({ id }) => id));
  const items = itemsOf(chosenOf(account, (id) => ticked.has(id)));
  return items ? { ...items, leftOut: all.leftOut } : all;
}

/** The items with these ids that are still open, in the account's order. */
export const offeredOf = (account: Account | undefined, ids: readonly string[]): OfferedItem[] =>
  (account?.items ?? [])
    .filter((item) => ids.includes(item.id) && isOpen(item))
    .map(({ id, number, due_on, days_late, balance_cents, currency, holds }) => ({
      ...{ id, number, dueOn: due_on, daysLate: days_late, balanceCents: balance_cents, currency },
      heldBy: holds.map(({ kind }) => kind),
    }));

/** Toggles one item. Nothing changes when no item would be left, because an action needs one. */
export function withTicked(account: Account | undefined, items: ChosenItems, id: string): ChosenItems {
  const ids = items.ids.includes(id) ? items.ids.filter((one) => one !== id) : [...items.ids, id];
  const ticked = itemsOf(chosenOf(account, (one) => ids.includes(one)));
  return ticked ? { ...items, ...ticked } : items;
}

/**
 * The chosen items with what they owe now and which are in litigation or paused now. Unchanged while the account is not
 * loaded.
 */
export const asTheyAre = (chosen: ChosenItems, now: ChosenItems | null): ChosenItems =>
  now
    ? {
        ...{ ...chosen, balanceCents: now.balanceCents },
        ...{ inLitigation: now.inLitigation, paused: now.paused, held: now.held },
      }
    : chosen;

/**
 * The numbers of chosen items that are no longer open, e.g. paid meanwhile. `before` is the account at the time of
 * choosing.
 */
export function goneOf(ids: readonly string[], before: Account, now: Account | undefined): string[] {
  if (!now) return [];
  const open = new Set(now.items.filter(isOpen).map(({ id }) => id));
  return before.items.filter(({ id }) => ids.includes(id) && !open.has(id)).map(({ number }) => number);
}

const isInLitigation = ({ holds }: ChosenFrom): boolean => holds.some(({ kind }) => kind === 'litigation');

/** Why reminders cannot be sent about some of the items. */
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

/** The items that are paused, by their own pause or their customer's, each with the last day of the longest pause. */
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
