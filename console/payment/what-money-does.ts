import { holdWords } from '../level/level.ts';
import type { Language } from '../words/language.ts';

/** The state of a case before money is set against it or taken off. */
export interface Claim {
  number: string;
  /** Null when unknown, or for a credit note, which has no ladder. */
  status: string | null;
  holds: readonly { kind: string }[];
}

export interface MoneyRules {
  /** A remainder up to this amount, after money or a credit note, ends the case as paid. Integer cents. */
  toleranceCents: number;
  /** Whether the first reminder after a reversal waits for a person. */
  confirmsAfter: boolean;
}

interface Said {
  language: Language;
  /** Formats an amount in the currency of the money. */
  amount: (cents: number) => string;
}

const SAID = {
  fr: {
    paid: (number: string) => `${number} est soldée\u00a0: les relances s’arrêtent.`,
    tolerated: (number: string, rest: string) =>
      `${number}\u00a0: les ${rest} qui restent sont dans la tolérance\u00a0; elle est soldée, les relances s’arrêtent.`,
    rest: (number: string, rest: string) => `${number}\u00a0: il restera dû ${rest}`,
    givenUpPaid: (number: string) => `${number} est réglée\u00a0; passée en perte, elle reste close.`,
    givenUp: (number: string, rest: string) => `${number}\u00a0: ${rest} restent passés en perte, elle reste close.`,
    goesOn: '\u00a0; les relances continuent pour ce reste.',
    held: (holds: string) => `\u00a0; le dossier reste suspendu (${holds})\u00a0: rien ne part.`,
    promised:
      '\u00a0; si cette somme tient la promesse, les relances continuent pour ce reste, sinon elles l’attendent.',
    exhausted: '\u00a0; les relances sont épuisées, aucune n’est prévue.',
    attention: '\u00a0; rien ne part tant que l’anomalie du dossier n’est pas traitée.',
    owes: (number: string, sum: string) => `${number} devra de nouveau ${sum}`,
    within: '\u00a0: c’est dans la tolérance, elle reste soldée.',
    over: '\u00a0; le dossier reste clos.',
    reopens: '\u00a0: le dossier se rouvre, suspendu comme il l’était ou avec ses relances là où elles en étaient',
    stays: (holds: string) => `\u00a0; le dossier reste suspendu (${holds})`,
    resumes: '\u00a0: ses relances reprennent là où elles en étaient',
    noMore: '\u00a0; ses relances sont épuisées, aucune n’est prévue',
    stopped: '\u00a0; rien ne part tant que l’anomalie du dossier n’est pas traitée',
    confirm: '. La prochaine sera à confirmer.',
    end: '.',
    undone: { payment: 'Règlement annulé', allocation: 'Affectation annulée' },
    undoneConfirm: (what: string, numbers: string) =>
      `${what}\u00a0: la prochaine relance sera à confirmer (${numbers}).`,
  },
  en: {
    paid: (number: string) => `${number} is paid: reminders stop.`,
    tolerated: (number: string, rest: string) =>
      `${number}: the remaining ${rest} are within the tolerance; it is paid, reminders stop.`,
    rest: (number: string, rest: string) => `${number}: ${rest} remain due`,
    givenUpPaid: (number: string) => `${number} is paid; written off, it stays closed.`,
    givenUp: (number: string, rest: string) => `${number}: ${rest} stay written off, it stays closed.`,
    goesOn: '; reminders go on for the rest.',
    held: (holds: string) => `; the case stays on hold (${holds}): nothing is sent.`,
    promised: '; if this money keeps the promise, reminders go on for the rest, else they wait for it.',
    exhausted: '; reminders are exhausted, none is planned.',
    attention: '; nothing is sent until what is wrong with the case is settled.',
    owes: (number: string, sum: string) => `${number} will owe ${sum} again`,
    within: ': that is within the tolerance, it stays paid.',
    over: '; the case stays closed.',
    reopens: ': the case opens again, on hold as it was or with its reminders where they were',
    stays: (holds: string) => `; the case stays on hold (${holds})`,
    resumes: ': its reminders go on from where they were',
    noMore: '; its reminders are exhausted, none is planned',
    stopped: '; nothing is sent until what is wrong with the case is settled',
    confirm: '. The next one will need confirming.',
    end: '.',
    undone: { payment: 'Payment undone', allocation: 'Allocation undone' },
    undoneConfirm: (what: string, numbers: string) => `${what}: the next reminder will need confirming (${numbers}).`,
  },
};

/** What happens to a case when money or a credit note leaves `restCents` to pay. */
export function afterMoney(
  { number, status, holds }: Claim,
  restCents: number,
  { toleranceCents }: MoneyRules,
  { language, amount }: Said,
): string {
  const w = SAID[language];
  if (status === 'written_off') return restCents <= 0 ? w.givenUpPaid(number) : w.givenUp(number, amount(restCents));
  if (restCents <= 0) return w.paid(number);
  if (restCents <= toleranceCents) return w.tolerated(number, amount(restCents));
  return w.rest(number, amount(restCents)) + goingOn();

  function goingOn(): string {
    const others = holds.filter(({ kind }) => kind !== 'promise');
    if (others.length > 0) return w.held(saidOf(others, language));
    if (status === 'needs_attention') return w.attention;
    if (status === 'exhausted') return w.exhausted;
    return holds.length > 0 ? w.promised : w.goesOn;
  }
}

/** What happens to a case when `backCents` are taken off it, so that it owes `owedCents`. */
export function afterReversal(
  { number, status, holds }: Claim,
  { backCents, owedCents }: { backCents: number; owedCents: number },
  { toleranceCents, confirmsAfter }: MoneyRules,
  { language, amount }: Said,
): string {
  const w = SAID[language];
  if (status === null) return w.owes(number, amount(backCents)) + w.end;
  const owes = w.owes(number, amount(owedCents));
  if (status === 'cancelled' || status === 'written_off') return owes + w.over;
  if (status === 'paid' && owedCents <= toleranceCents) return owes + w.within;
  const after = confirmsAfter ? w.confirm : w.end;
  if (status === 'paid') return owes + w.reopens + after;
  if (holds.length > 0) return owes + w.stays(saidOf(holds, language)) + after;
  if (status === 'exhausted') return owes + w.noMore + w.end;
  return owes + (status === 'needs_attention' ? w.stopped : w.resumes) + after;
}

/**
 * What happens after an undo of a new payment or allocation: unlike before it, the next reminder may need confirming.
 */
export function afterUndo(
  of: 'payment' | 'allocation',
  numbers: readonly string[],
  { confirmsAfter }: MoneyRules,
  language: Language,
): string {
  const w = SAID[language];
  const what = w.undone[of];
  return confirmsAfter && numbers.length > 0 ? w.undoneConfirm(what, numbers.join(', ')) : `${what}.`;
}

const saidOf = (holds: readonly { kind: string }[], language: Language): string =>
  holdWords(
    holds.map(({ kind }) => kind),
    language,
  );
