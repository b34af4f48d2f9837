import { localDate } from '../../domain/calendar/local-time.ts';
import type { Plan, PlanInput } from '../../domain/ladder/plan.ts';
import { turnOf } from '../../domain/ladder/turn.ts';
import type { CaseForPlan } from './load-case.ts';
import { isSameStep } from './same-step.ts';

/**
 * True when the open step stays as it is, with a letter made of it that a person has not posted yet (also an automatic
 * letter that no provider takes any more): it is still the next step, nobody has to be asked again, and its own day has
 * come. A later send hour, a message sent meanwhile or the customer's cap take no letter back; what makes its text
 * untrue does (`cancelWaitingLetter`).
 */
export function keepsLetter({ cycle, openStep: open }: CaseForPlan, plan: Plan, input: PlanInput): boolean {
  if (!open || open.messageId !== null || open.action.messageId === null || open.action.state !== 'open') return false;
  if (plan.kind !== 'step' || open.mode !== plan.mode) return false;
  if (open.cycle !== cycle || !isSameStep(open, plan.step)) return false;
  const step = input.steps.find(({ key }) => key === plan.step.key);
  return step !== undefined && turnOf(step, input).ownOn <= localDate(input.nowAt, input.calendar.timeZone);
}
