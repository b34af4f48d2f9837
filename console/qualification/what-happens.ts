import { whatLeaves } from '../specific-action/what-leaves.ts';
import type { Formats } from '../words/formats.ts';
import type { TypedQualification } from './qualification.ts';

const SAID = {
  fr: {
    customer: 'Un courriel part tout de suite au client.',
    colleague: 'Un courriel interne part tout de suite à votre collègue.',
    promise: (day: string) =>
      `Les relances de ces pièces s’arrêtent jusqu’au ${day}\u00a0; elles reprennent si le règlement n’est pas arrivé.`,
    dispute: 'Ces pièces sortent du scénario jusqu’à la résolution du litige\u00a0; une tâche de suivi est créée.',
    litigation: 'Plus rien ne part pour ces pièces tant qu’elles sont au contentieux.',
    scenario: 'Les relances suivent le scénario\u00a0: la prochaine étape part à la date prévue.',
  },
  en: {
    customer: 'An e-mail leaves to the customer at once.',
    colleague: 'An internal e-mail leaves to your colleague at once.',
    promise: (day: string) => `Reminders of these items stop until ${day}; they resume if the money has not come.`,
    dispute: 'These items leave the scenario until the dispute is resolved; a follow-up task is made.',
    litigation: 'Nothing leaves about these items while they are in litigation.',
    scenario: 'Reminders follow the scenario: the next step leaves on its day.',
  },
};

/** The last line: what leaves now, what stops, and what leaves next and when. */
export function whatHappens(typed: TypedQualification, formats: Formats): string {
  const w = SAID[formats.language];
  const { status, promisedOn, notify, then, plan } = typed;
  const now = notify === 'nobody' ? [] : [w[notify]];
  const held = status === 'promise' ? [w.promise(promisedOn ? formats.longDay(promisedOn) : '…')] : [];
  if (status === 'dispute' || status === 'litigation') held.push(w[status]);
  if (then === 'specific_action') return [...now, ...held, whatLeaves(plan, formats)].join(' ');
  return [...now, ...(held.length > 0 ? held : [w.scenario])].join(' ');
}
