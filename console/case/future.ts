import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { useSession } from '../frame/session.ts';
import type { Invoice } from './case-data.ts';
import { type LaterStep, laterSteps } from './later-steps.ts';

/**
 * The steps after the next one, when they would be sent if nothing happened. Their days are the scenario's for these
 * dates, moved as in `laterSteps`.
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
