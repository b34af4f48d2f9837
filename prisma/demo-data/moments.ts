import { addDays, type Today } from './days.ts';
import type { InvoiceDraft } from './drafts.ts';
import type { Chance } from './random.ts';

/** All that a story is told from. */
export interface Setting {
  draft: InvoiceDraft;
  today: Today;
  chance: Chance;
  /** Who works the case. */
  collector: string;
}

export const nth = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;

/** Some days after the invoice's last level, and before today. */
export function dayAfter({ draft, today, chance }: Setting, fromDays: number, toDays: number): string {
  const wished = addDays(draft.lastOn, chance.int(fromDays, toDays));
  const yesterday = addDays(today.on, -1);
  return wished < yesterday ? wished : yesterday;
}

export function dayAhead({ today, chance }: Setting, fromDays: number, toDays: number): string {
  return addDays(today.on, chance.int(fromDays, toDays));
}

/** When people work. */
export const officeMinute = ({ chance }: Setting): number => chance.int(9 * 60, 17 * 60);
