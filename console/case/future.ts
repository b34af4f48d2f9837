import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { useSession } from '../frame/session.ts';
import { dayIn, daysBetween } from '../words/formats.ts';
import { addDays } from './working-days.ts';
import type { Invoice } from './case-data.ts';

/** A step that is still to come after the next one; its day is only about right when the case is off the plan. */
export interface LaterStep {
  key: string;
  level: number;
  on: string;
  mode: string;
  isAbout: boolean;
}

/**
 * The steps after the next one, when they would leave if nothing happened: those of the scenario for these dates, moved by as
 * much as the next step is off that plan.
 */
export function useLaterSteps(invoice: Invoice): LaterStep[] {
  const { scenario, issued_on: issuedOn, due_on: dueOn, dunning } = invoice;
  const { next } = dunning;
  const { timeZone } = useSession();
  const { data } = useQuery({
    queryKey: ['scenarios', scenario?.id, 'simulation', issuedOn, dueOn],
    enabled: scenario !== null && dueOn !== null && next !== null,
    refetchInterval: false,
    queryFn: () =>
      answerOf(
        api.POST('/v1/scenarios/{id}/simulate', {
          params: { path: { id: scenario?.id ?? '' } },
          body: { issued_on: issuedOn, due_on: dueOn ?? issuedOn },
        }),
      ),
  });
  return data && next ? laterSteps(data.steps, next, timeZone) : [];
}

export function laterSteps(
  plan: readonly { key: string; level: number; due_at: string; mode: string }[],
  next: { step: string; due_at: string },
  timeZone: string,
): LaterStep[] {
  const at = plan.findIndex(({ key }) => key === next.step);
  const planned = plan[at];
  if (!planned) return [];
  const movedDays = daysBetween(dayIn(planned.due_at, timeZone), dayIn(next.due_at, timeZone));
  return plan.slice(at + 1).map(({ key, level, due_at: dueAt, mode }) => ({
    key,
    level,
    mode,
    on: addDays(dayIn(dueAt, timeZone), Math.max(0, movedDays)),
    isAbout: movedDays !== 0,
  }));
}
