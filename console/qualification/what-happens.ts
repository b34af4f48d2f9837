import { type BusinessDays, promiseDays } from '../case/business-day-rules.ts';
import { stepName } from '../case/step-name.ts';
import { NO_PAUSES, type Pauses } from '../specific-action/kept-back.ts';
import { isSent } from '../specific-action/plan.ts';
import { whatLeaves } from '../specific-action/what-leaves.ts';
import type { Formats } from '../words/formats.ts';
import type { TypedQualification } from './qualification.ts';

const SAID = {
  fr: {
    customer: 'Un courriel part tout de suite au client.',
    colleague: 'Un courriel interne part tout de suite à votre collègue.',
    promiseOfNoDay: 'Les relances de ces pièces s’arrêtent jusqu’au jour promis.',
    promise: (day: string, resume: string) =>
      `Les relances de ces pièces s’arrêtent jusqu’au ${day}\u00a0; elles reprennent le ${resume} si le règlement n’est pas arrivé.`,
    promiseGrace: (day: string, grace: number, resume: string) =>
      `Les relances de ces pièces s’arrêtent jusqu’au ${day}, ${grace > 1 ? `${grace} jours ouvrés` : 'un jour ouvré'} de grâce compris\u00a0; elles reprennent le ${resume} si le règlement n’est pas arrivé.`,
    dispute: 'Ces pièces sortent du scénario jusqu’à la résolution du litige\u00a0; une tâche de suivi est créée.',
    litigation: 'Plus rien ne part pour ces pièces tant qu’elles sont au contentieux.',
    notPlanned:
      'Aucun envoi ne se prévoit pour une pièce au contentieux\u00a0: choisissez un appel ou une tâche, ou suivez le scénario.',
    scenario: 'Les relances suivent le scénario\u00a0: la prochaine étape part à la date prévue.',
    next: (step: string, day: string) =>
      `Les relances suivent le scénario\u00a0: la prochaine étape (${step}) est prévue le ${day}.`,
    waiting: (step: string, day: string) =>
      `Les relances suivent le scénario\u00a0: la prochaine étape (${step}) attend depuis le ${day}.`,
    noNext: 'Les relances suivent le scénario\u00a0: aucune étape n’est prévue pour ces pièces.',
  },
  en: {
    customer: 'An e-mail is sent to the customer at once.',
    colleague: 'An internal e-mail is sent to your colleague at once.',
    promiseOfNoDay: 'Reminders of these items stop until the day promised.',
    promise: (day: string, resume: string) =>
      `Reminders of these items stop until ${day}; they resume on ${resume} if the money has not come.`,
    promiseGrace: (day: string, grace: number, resume: string) =>
      `Reminders of these items stop until ${day}, ${grace > 1 ? `${grace} working days` : 'one working day'} of grace included; they resume on ${resume} if the money has not come.`,
    dispute: 'These items leave the scenario until the dispute is resolved; a follow-up task is made.',
    litigation: 'Nothing is sent about these items while they are in litigation.',
    notPlanned:
      'Nothing that is sent can be planned for an item in litigation: choose a call or a task, or follow the scenario.',
    scenario: 'Reminders follow the scenario: the next step is sent on its day.',
    next: (step: string, day: string) =>
      `Reminders follow the scenario: the next step (${step}) is planned for ${day}.`,
    waiting: (step: string, day: string) =>
      `Reminders follow the scenario: the next step (${step}) has been waiting since ${day}.`,
    noNext: 'Reminders follow the scenario: no step is planned for these items.',
  },
};

/** The earliest planned step of the scenario among the items. Null when none is planned. */
export interface NextStep {
  level: number;
  /** Local day, `YYYY-MM-DD`. */
  on: string;
}

type Said = Pick<Formats, 'language' | 'longDay'>;

/**
 * The last line of the dialog: what is sent now, what stops, and what is sent next and when. `next` is undefined until
 * loaded. `inLitigation`: numbers of the items already in litigation.
 */
export function whatHappens(
  typed: TypedQualification,
  formats: Said,
  days: BusinessDays,
  next: NextStep | null | undefined,
  { inLitigation = [], ...pauses }: Pauses & { inLitigation?: readonly string[] } = NO_PAUSES,
): string {
  const w = SAID[formats.language];
  const { status, promisedOn, notify, then, plan } = typed;
  const now = notify === 'nobody' ? [] : [w[notify]];
  const held = status === 'promise' ? [ofPromise(promisedOn, formats, days)] : [];
  if (status === 'dispute' || status === 'litigation') held.push(w[status]);
  if (then === 'specific_action') {
    const isRefused = isSent(plan.kind) && (status === 'litigation' || inLitigation.length > 0);
    const around: Pauses = held.length > 0 ? { ...pauses, held: 'all' } : pauses;
    return [...now, ...held, isRefused ? w.notPlanned : whatLeaves(plan, formats, days, around)].join(' ');
  }
  return [...now, ...(held.length > 0 ? held : [ofScenario(next, formats, days)])].join(' ');
}

function ofPromise(promisedOn: string | null, { language, longDay }: Said, days: BusinessDays): string {
  const w = SAID[language];
  if (!promisedOn) return w.promiseOfNoDay;
  const { lastOn, resumeOn } = promiseDays(promisedOn, days);
  if (days.graceDays === 0) return w.promise(longDay(lastOn), longDay(resumeOn));
  return w.promiseGrace(longDay(lastOn), days.graceDays, longDay(resumeOn));
}

function ofScenario(next: NextStep | null | undefined, { language, longDay }: Said, { todayOn }: BusinessDays): string {
  const w = SAID[language];
  if (next === undefined) return w.scenario;
  if (next === null) return w.noNext;
  return w[next.on < todayOn ? 'waiting' : 'next'](stepName(next.level, language), longDay(next.on));
}
