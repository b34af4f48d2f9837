import { actionDay, type BusinessDays } from '../case/business-day-rules.ts';
import { kindWord, letterWord } from '../level/level.ts';
import type { Formats } from '../words/formats.ts';
import { isRefusedNow, keptBackBy, type Pauses } from './kept-back.ts';
import { isSent, type TypedPlan } from './plan.ts';

const SAID = {
  fr: {
    now: 'aujourd’hui',
    on: (day: string) => `le ${day}`,
    rolled: (day: string) => `le ${day} (premier jour ouvré)`,
    automatic: (what: string, when: string) => `${what} partira ${when}, sans confirmation.`,
    automaticNow: (what: string) => `${what} partira dès maintenant, sans confirmation.`,
    to_confirm: (what: string, when: string) => `${what} sera à confirmer ${when} dans l’agenda.`,
    manual: (what: string, when: string) => `${what} sera à faire ${when} dans l’agenda.`,
    pausedNow: (numbers: string, isOne: boolean) =>
      isOne
        ? `${numbers} est en pause\u00a0: rien ne part dès maintenant à son sujet. Choisissez un jour après la pause, ou levez-la.`
        : `${numbers} sont en pause\u00a0: rien ne part dès maintenant à leur sujet. Choisissez un jour après la pause, ou levez-la.`,
    paused: (what: string) => `${what} ne partira pas tant que la pause dure, et attendra qu’elle soit levée.`,
    pausedUntil: (what: string, day: string) =>
      `${what} ne partira pas tant que la pause dure, jusqu’au ${day} compris.`,
    without: (numbers: string, isOne: boolean) =>
      isOne
        ? `${numbers}, encore en pause ce jour-là, n’y figurera pas.`
        : `${numbers}, encore en pause ce jour-là, n’y figureront pas.`,
    free: (isOne: boolean) =>
      `Le scénario s’arrête pour ${isOne ? 'cette pièce' : 'ces pièces'} jusque-là, puis reprend. Si ${isOne ? 'elle est soldée' : 'elles sont soldées'} avant, l’action est supprimée.`,
    some: () =>
      'Le scénario s’arrête pour ces pièces jusque-là\u00a0; il ne reprend ensuite que pour celles que ni litige, ni contentieux, ni promesse ne retient. Si elles sont soldées avant, l’action est supprimée.',
    all: (isOne: boolean) =>
      `Si ${isOne ? 'cette pièce est soldée' : 'ces pièces sont soldées'} avant, l’action est supprimée.`,
  },
  en: {
    now: 'today',
    on: (day: string) => `on ${day}`,
    rolled: (day: string) => `on ${day} (the first working day)`,
    automatic: (what: string, when: string) => `${what} is sent ${when}, without confirmation.`,
    automaticNow: (what: string) => `${what} is sent at once, without confirmation.`,
    to_confirm: (what: string, when: string) => `${what} is to be confirmed ${when} in the agenda.`,
    manual: (what: string, when: string) => `${what} is to be done ${when} in the agenda.`,
    pausedNow: (numbers: string, isOne: boolean) =>
      `${numbers} ${isOne ? 'is' : 'are'} paused: nothing is sent about ${isOne ? 'it' : 'them'} at once. Choose a day after the pause, or lift it.`,
    paused: (what: string) => `${what} is not sent while the pause lasts: it waits until the pause is lifted.`,
    pausedUntil: (what: string, day: string) =>
      `${what} is not sent while the pause lasts, up to and including ${day}.`,
    without: (numbers: string, isOne: boolean) =>
      `${numbers}, still paused on that day, ${isOne ? 'is' : 'are'} not in it.`,
    free: (isOne: boolean) =>
      `The scenario stops for ${isOne ? 'this item' : 'these items'} until then and goes on. If ${isOne ? 'it is' : 'they are'} settled before, the action is deleted.`,
    some: () =>
      'The scenario stops for these items until then, and goes on for those that no dispute, litigation or promise holds. If they are settled before, the action is deleted.',
    all: (isOne: boolean) => `If ${isOne ? 'this item is' : 'these items are'} settled before, the action is deleted.`,
  },
};

type Said = Pick<Formats, 'language' | 'longDay'>;

/** The last line of the dialog: what is sent, on which day, what prevents it, and what it does to the scenario. */
export function whatLeaves(plan: TypedPlan, said: Said, days: BusinessDays, pauses: Pauses): string {
  const w = SAID[said.language];
  const after = w[pauses.held ?? 'free'](pauses.count === 1);
  const kept = keptBackBy(pauses, plan, days);
  if (!kept) return `${planned(plan, said, days)} ${after}`;
  const numbers = kept.numbers.join(', ');
  const isOne = kept.numbers.length === 1;
  if (isRefusedNow(pauses, plan, days)) return w.pausedNow(numbers, isOne);
  if (!kept.isWhole) return `${planned(plan, said, days)} ${w.without(numbers, isOne)} ${after}`;
  const what = nameOf(plan, said.language);
  const waits = kept.untilOn === null ? w.paused(what) : w.pausedUntil(what, said.longDay(kept.untilOn));
  return plan.mode === 'automatic' ? waits : `${planned(plan, said, days)} ${waits}`;
}

/** What would be sent if nothing prevented it. */
function planned(plan: TypedPlan, { language, longDay }: Said, days: BusinessDays): string {
  const w = SAID[language];
  const what = nameOf(plan, language);
  const { on, isNow } = actionDay(plan.execute_on, days);
  const isRolled = !isNow && on !== plan.execute_on;
  const when = on === days.todayOn ? w.now : w[isRolled ? 'rolled' : 'on'](longDay(on));
  const mode = isSent(plan.kind) ? plan.mode : 'manual';
  return mode === 'automatic' && isNow ? w.automaticNow(what) : w[mode](what, when);
}

function nameOf(plan: TypedPlan, language: Said['language']): string {
  const word = plan.kind === 'letter' ? letterWord(plan.letter_kind, language) : kindWord(plan.kind, language);
  return plan.title.trim() ? `«\u00a0${plan.title.trim()}\u00a0» (${word})` : withArticle(word, language);
}

/** `Le courriel`, `La lettre simple`, `L’appel`. */
function withArticle(word: string, language: Said['language']): string {
  if (language === 'en') return `The ${word}`;
  if (/^[aeiou]/.test(word)) return `L’${word}`;
  return `${/^(lettre|tâche)/.test(word) ? 'La' : 'Le'} ${word}`;
}
