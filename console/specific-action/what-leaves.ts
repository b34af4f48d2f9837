import { kindWord, letterWord } from '../level/level.ts';
import type { Formats } from '../words/formats.ts';
import { isSent, type TypedPlan } from './plan.ts';

const SAID = {
  fr: {
    now: 'aujourd’hui',
    on: (day: string) => `le ${day}`,
    automatic: (what: string, when: string) => `${what} partira ${when}, sans validation.`,
    automaticNow: (what: string) => `${what} partira dès maintenant, sans validation.`,
    to_confirm: (what: string, when: string) => `${what} sera à confirmer ${when} dans l’agenda.`,
    manual: (what: string, when: string) => `${what} sera à faire ${when} dans l’agenda.`,
    held: 'Le scénario s’arrête pour ces pièces jusque-là, puis reprend. Si elles sont soldées avant, l’action est supprimée.',
  },
  en: {
    now: 'today',
    on: (day: string) => `on ${day}`,
    automatic: (what: string, when: string) => `${what} leaves ${when}, nobody asked.`,
    automaticNow: (what: string) => `${what} leaves at once, nobody asked.`,
    to_confirm: (what: string, when: string) => `${what} is to be confirmed ${when} in the agenda.`,
    manual: (what: string, when: string) => `${what} is to be done ${when} in the agenda.`,
    held: 'The scenario stops for these items until then and goes on. If they are settled before, the action is deleted.',
  },
};

/** The last line of the dialog: what leaves, when, and what it does to the scenario. */
export function whatLeaves(plan: TypedPlan, { language, longDay, todayOn }: Formats): string {
  const w = SAID[language];
  const word = plan.kind === 'letter' ? letterWord(plan.letter_kind, language) : kindWord(plan.kind, language);
  const what = plan.title.trim() ? `«\u00a0${plan.title.trim()}\u00a0» (${word})` : capital(word);
  const isNow = plan.execute_on === null || plan.execute_on === todayOn;
  const when = plan.execute_on && !isNow ? w.on(longDay(plan.execute_on)) : w.now;
  const mode = isSent(plan.kind) ? plan.mode : 'manual';
  const leaves = mode === 'automatic' && plan.execute_on === null ? w.automaticNow(what) : w[mode](what, when);
  return `${leaves} ${w.held}`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
