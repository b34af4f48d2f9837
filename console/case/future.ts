import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { useSession } from '../frame/session.ts';
import { dayIn } from '../words/days.ts';
import type { Invoice } from './case-data.ts';
import { countedFrom, type LaterStep } from './later-steps.ts';

/** The steps after the next one, on the days that the planner gives them when nothing happens until then. */
export function useLaterSteps(invoice: Invoice): LaterStep[] {
  const { scenario, issued_on: issuedOn, due_on: dueOn, dunning } = invoice;
  const { next } = dunning;
  const { timeZone, todayOn } = useSession();
  const after = next && { key: next.step, on: countedFrom(next, todayOn, timeZone) };
  const { data } = useQuery({
    queryKey: ['scenarios', scenario?.id, 'simulation', issuedOn, dueOn, after],
    enabled: scenario !== null && dueOn !== null && after !== null,
    refetchInterval: false,
    queryFn: () =>
      answerOf(
        api.POST('/v1/scenarios/{id}/simulate', {
          params: { path: { id: scenario?.id ?? '' } },
          body: { issued_on: issuedOn, due_on: dueOn ?? issuedOn, ...(after ? { after } : {}) },
        }),
      ),
  });
  if (!data || !next) return [];
  const isAbout = next.mode !== 'automatic';
  return data.steps.map(({ key, level, mode, due_at: dueAt }) => ({
    ...{ key, level, mode, isAbout },
    on: dayIn(dueAt, timeZone),
  }));
}
