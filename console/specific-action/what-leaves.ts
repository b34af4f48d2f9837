import { actionDay, type BusinessDays } from '../case/business-day-rules.ts';
import { kindWord, letterWord } from '../level/level.ts';
import type { Formats } from '../words/formats.ts';
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
    held: 'Le scénario s’arrête pour ces pièces jusque-là, puis reprend. Si elles sont soldées avant, l’action est supprimée.',
  },
  en: {
    now: 'today',
    on: (day: string) => `on ${day}`,
    rolled: (day: string) => `on ${day} (the first working day)`,
    automatic: (what: string, when: string) => `${what} is sent ${when}, without confirmation.`,
    automaticNow: (what: string) => `${what} is sent at once, without confirmation.`,
    to_confirm: (what: string, when: string) => `${what} is to be confirmed ${when} in the agenda.`,
    manual: (what: string, when: string) => `${what} is to be done ${when} in the agenda.`,
    held: 'The scenario stops for these items until then and goes on. If they are settled before, the action is deleted.',
  },
};

type Said = Pick<Formats, 'language' | 'longDay'>;

/** The last line of the dialog: what leaves, on which day it really does, and what it does to the scenario. */
export function whatLeaves(plan: TypedPlan, { language, longDay }: Said, days: BusinessDays): string {
  const w = SAID[language];
  const word = plan.kind === 'letter' ? letterWord(plan.letter_kind, language) : kindWord(plan.kind, language);
  const what = plan.title.trim() ? `«\u00a0${plan.title.trim()}\u00a0» (${word})` : capital(word);
  const { on, isNow } = actionDay(plan.execute_on, days);
  const isRolled = !isNow && on !== plan.execute_on;
  const when = on === days.todayOn ? w.now : w[isRolled ? 'rolled' : 'on'](longDay(on));
  const mode = isSent(plan.kind) ? plan.mode : 'manual';
  const leaves = mode === 'automatic' && isNow ? w.automaticNow(what) : w[mode](what, when);
  return `${leaves} ${w.held}`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
