import { useRef } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { howItLeaves } from '../../providers/how-it-leaves.ts';
import { useProviders } from '../../providers/use-providers.ts';
import { useWords } from '../../words/words.ts';
import { attentionWords } from './attention-words.ts';
import type { StoppedCase } from './use-anomalies.ts';

/** Sends what stopped a case, by mail or by letter, at its level, null for an extra; or lets the case go on without. */
export function useCaseDecisions(action: StoppedCase, level: number | null) {
  const w = useWords(attentionWords);
  const { data: providers } = useProviders();
  // A repeat after a lost answer is the same reminder; by another way it is another one.
  const keys = useRef({ email: crypto.randomUUID(), letter: crypto.randomUUID() });
  const remind = useChange({
    run: async (mode: 'email' | 'letter') => {
      const sent = [];
      for (const { id } of action.invoices) {
        const message = await answerOf(
          api.POST('/v1/invoices/{id}/reminders', {
            params: { path: { id } },
            body: { mode, ...(level === null ? {} : { level }) },
            headers: { 'Idempotency-Key': `${keys.current[mode]}-${id}` },
          }),
        );
        if ('id' in message) sent.push(howItLeaves(providers, message));
      }
      return sent;
    },
    done: (sent) => (sent.some((how) => how === 'made' || how === 'waits') ? w.letterMade : w.sentAgain),
  });
  const goOn = useChange({
    run: () => answerOf(api.POST('/v1/actions/{id}/confirm', { params: { path: { id: action.id } }, body: {} })),
    done: () => w.wentOn,
  });
  return { remind, goOn };
}
