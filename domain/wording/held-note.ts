import { formatAmount } from '../format/amount.ts';
import { formatShortDate } from '../format/date.ts';
import type { HoldKind } from '../case/state.ts';
import type { Language } from '../reminder-content.ts';
import { labelsOf } from './labels.ts';

const WORDS: Record<HoldKind, Record<Language, string>> = {
  litigation: { fr: 'contentieux', en: 'litigation' },
  dispute: { fr: 'litige en cours', en: 'in dispute' },
  promise: { fr: 'promesse de règlement', en: 'promise to pay' },
  pause: { fr: 'suspendu', en: 'on hold' },
  customer_pause: { fr: 'suspendu', en: 'on hold' },
  specific_action: { fr: 'suivi particulier', en: 'handled separately' },
};

/** The most instalments that fit on a line: with the day alone, and with the sum. */
const MAX_DAYS = 4;
const MAX_SUMS = 2;

const ON: Record<Language, string> = { fr: ' le ', en: ' on ' };

/** The word for a hold, as the debtor reads it. */
export function heldWord(kind: HoldKind, language: Language): string {
  return WORDS[kind][language];
}

interface Holding {
  kind: HoldKind;
  /** For a promise: the day promised, `YYYY-MM-DD`. */
  untilOn: string | null;
  /** For a promise: the sum promised. */
  amountCents?: number | null;
}

/**
 * Why an item is held, for a table of items: promises with their days, and a promise of a part with its sum. Null when
 * nothing holds it, or only a specific action.
 */
export function heldNote(
  holds: readonly Holding[],
  language: Language,
  owed: { balanceCents: number; currency: string },
): string | null {
  const [hold = holds[0]] = holds.filter(({ kind }) => kind !== 'specific_action');
  if (!hold) return null;
  const word = heldWord(hold.kind, language);
  if (hold.kind !== 'promise') return word;
  const promises = holds.filter(({ kind }) => kind === 'promise');
  const days = promises.flatMap(({ untilOn, amountCents = null }) => (untilOn ? [{ untilOn, amountCents }] : []));
  days.sort((a, b) => (a.untilOn < b.untilOn ? -1 : 1));
  const shown = days.slice(0, MAX_DAYS).map(({ untilOn, amountCents }) => {
    const isPart = days.length <= MAX_SUMS && amountCents !== null && amountCents < owed.balanceCents;
    const sum = isPart ? formatAmount(amountCents, owed.currency, language) + ON[language] : '';
    return sum + formatShortDate(untilOn);
  });
  if (days.length > MAX_DAYS) shown.push('…');
  // No brackets, because the text of a mail puts the whole note in brackets.
  return `${word}${labelsOf(language).colon}${shown.join(', ')}`;
}
