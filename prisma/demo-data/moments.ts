import { addDays, type Today } from './days.ts';
import type { InvoiceDraft } from './drafts.ts';
import type { Chance } from './random.ts';

/** The data from which a story's facts are made. */
export interface Setting {
  draft: InvoiceDraft;
  today: Today;
  chance: Chance;
  /** The name of the person who works the case. */
  collector: string;
}

export const nth = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;

/** A day after the invoice's last level, and before today. */
export function dayAfter({ draft, today, chance }: Setting, fromDays: number, toDays: number): string {
  const wished = addDays(draft.lastOn, chance.int(fromDays, toDays));
  const yesterday = addDays(today.on, -1);
  return wished < yesterday ? wished : yesterday;
}

export function dayAhead({ today, chance }: Setting, fromDays: number, toDays: number): string {
  return addDays(today.on, chance.int(fromDays, toDays));
}

/** A minute of the day within office hours. */
export const officeMinute = ({ chance }: Setting): number => chance.int(9 * 60, 17 * 60);
