import { addDays, workingDayAhead, workingDayBack } from './days.ts';
import type { CallOutcome, DemoFact } from './demo-types.ts';
import { nth, type Setting } from './moments.ts';
import type { StoryKind } from './stories.ts';
import { SUPERVISOR } from './staff.ts';

interface Said {
  /** Out of `every` invoices of this kind of story, the one at index `first` gets a call or a note. */
  every: number;
  first: number;
  /** Days after the last level; null for some working days before today, because the case is due. */
  afterDays: number | null;
}

interface Calls extends Said {
  calls: readonly (readonly [CallOutcome, string | null])[];
}

const ATTEMPTS = [
  ['voicemail', 'Message laissé, demande de rappel'],
  ['no_answer', null],
  ['reached', 'Dit avoir transmis la facture à sa comptabilité'],
] as const;

const CALLS: Partial<Record<StoryKind, Calls>> = {
  promise: { every: 2, first: 0, afterDays: 1, calls: [['reached', 'Reconnaît la dette, donnera une date']] },
  due_by_hand: { every: 3, first: 0, afterDays: null, calls: ATTEMPTS },
  exhausted: {
    every: 2,
    first: 0,
    afterDays: 2,
    calls: [
      ['reached', 'Ne conteste pas, demande un échéancier'],
      ['no_answer', null],
    ],
  },
  litigation: { every: 3, first: 0, afterDays: 2, calls: [['reached', 'Refuse de payer et raccroche']] },
  dispute: { every: 2, first: 1, afterDays: 1, calls: [['reached', 'Conteste, confirmera par écrit']] },
  pause: { every: 2, first: 0, afterDays: 1, calls: [['reached', 'Demande un délai, pièces à l’appui']] },
  no_recipient: {
    every: 2,
    first: 0,
    afterDays: null,
    calls: [['wrong_number', 'Numéro attribué à quelqu’un d’autre']],
  },
  coming: { every: 7, first: 2, afterDays: 1, calls: ATTEMPTS },
  paid: { every: 8, first: 3, afterDays: 1, calls: [['reached', 'Facture retrouvée, sera réglée cette semaine']] },
};

interface Notes extends Said {
  texts: readonly string[];
}

const NOTES: Partial<Record<StoryKind, Notes>> = {
  exhausted: { every: 3, first: 1, afterDays: 1, texts: ['Solvabilité à vérifier avant toute procédure'] },
  due_by_hand: {
    every: 8,
    first: 4,
    afterDays: null,
    texts: ['Préfère être rappelé après 17 h', 'Demande un duplicata signé du rapport'],
  },
  coming: {
    every: 14,
    first: 4,
    afterDays: 1,
    texts: ['Duplicata de la facture renvoyé', 'Nouveau gérant depuis l’été, contact à mettre à jour'],
  },
  litigation: {
    every: 4,
    first: 2,
    afterDays: 1,
    texts: ['Pièces réunies\u00a0: devis signé, rapport, mise en demeure'],
  },
};

/** Calls, notes and tasks about an invoice, in addition to its own story. They move no case. */
export function contactFacts(setting: Setting): DemoFact[] {
  const { draft, collector: by } = setting;
  const { number, story } = draft;
  const facts: DemoFact[] = [];
  const calls = CALLS[story.kind];
  const calledOn = calls && dayOf(setting, calls);
  if (calls && calledOn) {
    const [outcome, comment] = nth(calls.calls, Math.floor(story.index / calls.every));
    const at = { on: calledOn, minute: 10 * 60 + (Number(number.slice(-2)) % 50) };
    facts.push({ kind: 'call', at, by, number, outcome, comment });
  }
  const notes = NOTES[story.kind];
  const notedOn = notes && dayOf(setting, notes);
  if (notes && notedOn) {
    const text = nth(notes.texts, Math.floor(story.index / notes.every));
    facts.push({ kind: 'note', at: { on: notedOn, minute: 11 * 60 + 35 }, by, number, text });
  }
  return [...facts, ...taskFacts(setting)];
}

/** The day of the call or note, when this invoice is chosen and that day is over; otherwise null. */
function dayOf({ draft, today }: Setting, { every, first, afterDays }: Said): string | null {
  const { story, lastOn, levelDays } = draft;
  if (story.index % every !== first) return null;
  if (afterDays === null) return workingDayBack(today, 1 + (story.index % 3));
  const on = addDays(lastOn, afterDays);
  return levelDays.length > 0 && on < today.on ? on : null;
}

/** The tasks of a person: overdue, for today or for later. */
function taskFacts({ draft, today, collector: by }: Setting): DemoFact[] {
  const { number, story } = draft;
  const task = (title: string, madeBack: number, alertOn: string, assignee: string | null): DemoFact[] => {
    const at = { on: workingDayBack(today, madeBack), minute: 17 * 60 + 20 };
    return [{ kind: 'task', at, by, number, title, alert: { on: alertOn, minute: 9 * 60 }, assignee }];
  };
  switch (`${story.kind} ${String(story.index)}`) {
    case 'litigation 1':
      return task('Envoyer les pièces à l’avocat', 6, workingDayBack(today, 1), null);
    case 'promise 0':
      return task('Vérifier l’arrivée du virement', 1, workingDayAhead(today, 2), null);
    case 'dispute 0':
      return task('Fixer la contre-visite avec le diagnostiqueur', 1, workingDayAhead(today, 4), SUPERVISOR);
    default:
      return [];
  }
}
