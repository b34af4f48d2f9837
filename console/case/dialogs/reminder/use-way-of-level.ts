import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { Invoice } from '../../case-data.ts';
import type { ReminderChoice } from './reminder-choices.tsx';

type Way = Pick<ReminderChoice, 'mode' | 'letterKind'>;

/** How a level is sent: as the next step is planned, or for a repeated level as the scenario has its step. */
export function useWayOfLevel(invoice: Invoice): (level: number | null) => Way | null {
  const { next } = invoice.dunning;
  const scenarioId = invoice.scenario?.id;
  const { data } = useQuery({
    queryKey: ['scenarios', scenarioId],
    enabled: scenarioId !== undefined,
    queryFn: () => answerOf(api.GET('/v1/scenarios/{id}', { params: { path: { id: scenarioId ?? '' } } })),
  });
  return (level) => {
    if (level === null) return null;
    const ofLevel = data?.steps.filter((step) => step.level === level && isWritten(step.kind)) ?? [];
    const step = next?.level === level && isWritten(next.kind) ? next : ofLevel[0];
    if (!step) return null;
    const letterKind = step.kind === 'letter' ? (step.letter_kind ?? 'simple') : null;
    return { mode: step.kind === 'letter' ? 'letter' : 'email', letterKind: letterKind as Way['letterKind'] };
  };
}

const isWritten = (kind: string): boolean => kind === 'email' || kind === 'letter';
