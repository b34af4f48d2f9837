import { localDate } from '../../domain/calendar/local-time.ts';
import type { Plan, PlanInput } from '../../domain/ladder/plan.ts';
import { turnOf } from '../../domain/ladder/turn.ts';
import type { CaseForPlan } from './load-case.ts';
import { isSameStep } from './same-step.ts';

/**
 * Whether the open step stays as it is, with the letter that was made of it and that a person has not posted yet (an automatic one,
 * too, where no provider takes it any more): it is still the next
 * step, asked of nobody anew, and its own day has come. What keeps only the leaving of others apart from it (a later send hour, a
 * word sent meanwhile, the customer's cap) takes no letter back; what makes its text untrue does (`cancelWaitingLetter`).
 */
export function keepsLetter({ cycle, openStep: open }: CaseForPlan, plan: Plan, input: PlanInput): boolean {
  if (!open || open.messageId !== null || open.action.messageId === null || open.action.state !== 'open') return false;
  if (plan.kind !== 'step' || open.mode !== plan.mode) return false;
  if (open.cycle !== cycle || !isSameStep(open, plan.step)) return false;
  const step = input.steps.find(({ key }) => key === plan.step.key);
  return step !== undefined && turnOf(step, input).ownOn <= localDate(input.nowAt, input.calendar.timeZone);
}
