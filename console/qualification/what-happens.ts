import { type BusinessDays, promiseDays } from '../case/business-day-rules.ts';
import { addDays, rollForward } from '../case/working-days.ts';
import { stepName } from '../case/step-name.ts';
import { NO_PAUSES, type Pauses } from '../specific-action/kept-back.ts';
import { isSent } from '../specific-action/plan.ts';
import { whatLeaves } from '../specific-action/what-leaves.ts';
import type { Formats } from '../words/formats.ts';
import { isColleagueMissing, type TypedQualification } from './qualification.ts';

const SAID = {
  fr: {
    customer: 'Un courriel part tout de suite au client.',
    colleague: 'Un courriel interne part tout de suite à votre collègue.',
    nobody: 'Il manque le collègue à prévenir\u00a0: choisissez-le, ou ne prévenez personne.',
    promiseOfNoDay: (isOne: boolean) =>
      `Les relances ${isOne ? 'de cette pièce' : 'de ces pièces'} s’arrêtent jusqu’au jour promis.`,
    promise: (isOne: boolean, day: string) =>
      `Les relances ${isOne ? 'de cette pièce' : 'de ces pièces'} s’arrêtent jusqu’au ${day}`,
    grace: (days: number) => `, ${days > 1 ? `${days} jours ouvrés` : 'un jour ouvré'} de grâce compris`,
    resume: (day: string) => `\u00a0; elles reprennent le ${day} si le règlement n’est pas arrivé.`,
    resumeLater: (number: string, day: string) => `Pour ${number}, en pause, elles ne reprennent que le ${day}.`,
    resumeLifted: (number: string) => `Pour ${number}, en pause, elles ne reprennent qu’une fois la pause levée.`,
    dispute: (isOne: boolean) =>
      `${isOne ? 'Cette pièce sort' : 'Ces pièces sortent'} du scénario jusqu’à la résolution du litige\u00a0; une tâche de suivi est créée.`,
    litigation: (isOne: boolean) =>
      `Plus rien ne part pour ${isOne ? 'cette pièce tant qu’elle est' : 'ces pièces tant qu’elles sont'} au contentieux.`,
    notPlanned:
      'Aucun envoi ne se prévoit pour une pièce au contentieux\u00a0: choisissez un appel ou une tâche, ou suivez le scénario.',
    scenario: 'Les relances suivent le scénario\u00a0: la prochaine étape part à la date prévue.',
    next: (step: string, day: string) =>
      `Les relances suivent le scénario\u00a0: la prochaine étape (${step}) est prévue le ${day}.`,
    waiting: (step: string, day: string) =>
      `Les relances suivent le scénario\u00a0: la prochaine étape (${step}) attend depuis le ${day}.`,
    noNext: (isOne: boolean) =>
      `Les relances suivent le scénario\u00a0: aucune étape n’est prévue pour ${isOne ? 'cette pièce' : 'ces pièces'}.`,
  },
  en: {
    customer: 'An e-mail is sent to the customer at once.',
    colleague: 'An internal e-mail is sent to your colleague at once.',
    nobody: 'The colleague to inform is missing: choose one, or inform nobody.',
    promiseOfNoDay: (isOne: boolean) =>
      `Reminders of ${isOne ? 'this item' : 'these items'} stop until the day promised.`,
    promise: (isOne: boolean, day: string) => `Reminders of ${isOne ? 'this item' : 'these items'} stop until ${day}`,
    grace: (days: number) => `, ${days > 1 ? `${days} working days` : 'one working day'} of grace included`,
    resume: (day: string) => `; they resume on ${day} if the money has not come.`,
    resumeLater: (number: string, day: string) => `For ${number}, which is paused, they only resume on ${day}.`,
    resumeLifted: (number: string) => `For ${number}, which is paused, they only resume once the pause is lifted.`,
    dispute: (isOne: boolean) =>
      `${isOne ? 'This item leaves' : 'These items leave'} the scenario until the dispute is resolved; a follow-up task is made.`,
    litigation: (isOne: boolean) =>
      `Nothing is sent about ${isOne ? 'this item while it is' : 'these items while they are'} in litigation.`,
    notPlanned:
      'Nothing that is sent can be planned for an item in litigation: choose a call or a task, or follow the scenario.',
    scenario: 'Reminders follow the scenario: the next step is sent on its day.',
    next: (step: string, day: string) =>
      `Reminders follow the scenario: the next step (${step}) is planned for ${day}.`,
    waiting: (step: string, day: string) =>
      `Reminders follow the scenario: the next step (${step}) has been waiting since ${day}.`,
    noNext: (isOne: boolean) =>
      `Reminders follow the scenario: no step is planned for ${isOne ? 'this item' : 'these items'}.`,
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
  const now = notify === 'nobody' ? [] : [isColleagueMissing(typed) ? w.nobody : w[notify]];
  const isOne = pauses.count === 1;
  const held = status === 'promise' ? [ofPromise(promisedOn, formats, days, pauses)] : [];
  if (status === 'dispute' || status === 'litigation') held.push(w[status](isOne));
  if (then === 'specific_action') {
    const isRefused = isSent(plan.kind) && (status === 'litigation' || inLitigation.length > 0);
    const around: Pauses = held.length > 0 ? { ...pauses, held: 'all' } : pauses;
    return [...now, ...held, isRefused ? w.notPlanned : whatLeaves(plan, formats, days, around)].join(' ');
  }
  return [...now, ...(held.length > 0 ? held : [ofScenario(next, formats, days, isOne)])].join(' ');
}

/** An item that is paused for longer than the promise holds goes on after its pause, and is named with its own day. */
function ofPromise(
  promisedOn: string | null,
  { language, longDay }: Said,
  days: BusinessDays,
  { count, paused }: Pauses,
): string {
  const w = SAID[language];
  const isOne = count === 1;
  if (!promisedOn) return w.promiseOfNoDay(isOne);
  const { lastOn, resumeOn } = promiseDays(promisedOn, days);
  const later = paused.flatMap(({ number, untilOn }) => {
    if (untilOn === null) return [w.resumeLifted(number)];
    const goesOn = rollForward(addDays(untilOn, 1), days.zone);
    return goesOn > resumeOn ? [w.resumeLater(number, longDay(goesOn))] : [];
  });
  const grace = days.graceDays === 0 ? '' : w.grace(days.graceDays);
  const resume = count > 0 && later.length === count ? '.' : w.resume(longDay(resumeOn));
  return [`${w.promise(isOne, longDay(lastOn))}${grace}${resume}`, ...later].join(' ');
}

function ofScenario(
  next: NextStep | null | undefined,
  { language, longDay }: Said,
  { todayOn }: BusinessDays,
  isOne: boolean,
): string {
  const w = SAID[language];
  if (next === undefined) return w.scenario;
  if (next === null) return w.noNext(isOne);
  return w[next.on < todayOn ? 'waiting' : 'next'](stepName(next.level, language), longDay(next.on));
}
