import type { Formats } from '../../../words/formats.ts';
import type { progressWords } from './progress-words.ts';
import type { Run } from './use-run.ts';

type Words = (typeof progressWords)['fr' | 'en'];
type Figures = Pick<Run, 'mode' | 'sent' | 'by_provider' | 'uncertain' | 'refused_count' | 'stopped_at'>;

/** The result of a run in one line. Letters that no provider posts count as made, not as sent. */
export function outcomeSaid(run: Figures, w: Words, count: Formats['count']): { sent: string; others: string } {
  const isMade = run.mode === 'letter' && run.by_provider < run.sent;
  const sent = count(run.sent, isMade ? w.madeOne : w.sentOne, isMade ? w.madeMany : w.sentMany);
  const others = [
    run.stopped_at !== null && w.stopped,
    run.uncertain > 0 && count(run.uncertain, w.uncertainOne, w.uncertainMany),
    run.refused_count > 0 && count(run.refused_count, w.refusedOne, w.refusedMany),
  ];
  return { sent, others: others.filter(Boolean).join(', ') };
}
