import { useRef, useState } from 'react';
import { isRegistered } from '../../action/action-data.ts';
import { answerOf, api } from '../../api/client.ts';
import { ApiProblem, isAway } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { howItLeaves } from '../../providers/how-it-leaves.ts';
import { useProviders } from '../../providers/use-providers.ts';
import { useWords } from '../../words/words.ts';
import { attentionWords } from './attention-words.ts';
import type { StoppedCase } from './use-anomalies.ts';
import type { WhatToSend } from './what-to-send.ts';

interface Registered {
  number: string;
  kind: 'letter';
  letter_kind: string | null;
}

/**
 * Sends the reminder that stopped a case, by e-mail or by letter, at `level` (null: an extra message), or lets the case
 * continue without it. `asked`: the registered letters that need one more confirmation before they are sent.
 */
export function useCaseDecisions(action: StoppedCase, { level, isAgain }: WhatToSend) {
  const w = useWords(attentionWords);
  const { data: providers } = useProviders();
  const [asked, setAsked] = useState<Registered[] | null>(null);
  // A repeat after a lost answer uses the same key. The other mode is another reminder, with its own key.
  const keys = useRef({ email: crypto.randomUUID(), letter: crypto.randomUUID() });
  const remind = useChange({
    run: async (mode: 'email' | 'letter') => {
      const sent = [];
      for (const { id } of action.invoices) {
        const message = await answerOf(
          api.POST('/v1/invoices/{id}/reminders', {
            params: { path: { id } },
            body: bodyOf(mode, level),
            headers: { 'Idempotency-Key': `${keys.current[mode]}-${id}` },
          }),
        );
        if ('id' in message) sent.push(howItLeaves(providers, message));
      }
      return sent;
    },
    done: (sent) => (sent.includes('waits') ? w.letterWaits : sent.includes('made') ? w.letterMade : w.sentAgain),
  });
  const goOn = useChange({
    run: () => answerOf(api.POST('/v1/actions/{id}/confirm', { params: { path: { id: action.id } }, body: {} })),
    // A message that was never sent is planned again, and is sent automatically.
    done: () => (isAgain ? w.wentOn : w.retried),
  });
  // Only the API knows the kind of letter of that step.
  const byLetter = useChange({
    run: () => registeredOf(action, level),
    onDone: (registered) => (registered.length > 0 ? setAsked(registered) : remind.mutate('letter')),
  });
  return { remind, byLetter, asked, forget: () => setAsked(null), goOn };
}

const bodyOf = (mode: 'email' | 'letter', level: number | null) => ({ mode, ...(level === null ? {} : { level }) });

/**
 * The registered ones among the letters that would be sent. A draft that the API refuses is ignored: sending then shows
 * the refusal, or it was already sent under the same key.
 */
async function registeredOf({ invoices }: StoppedCase, level: number | null): Promise<Registered[]> {
  const body = bodyOf('letter', level);
  const drafts = await Promise.all(
    invoices.map(async ({ id, number }) => {
      try {
        const params = { path: { id }, query: { dry_run: true as const } };
        const { letter_kind } = await answerOf(api.POST('/v1/invoices/{id}/reminders', { params, body }));
        return [{ number, kind: 'letter' as const, letter_kind }];
      } catch (error) {
        if (!(error instanceof ApiProblem) || isAway(error)) throw error;
        return [];
      }
    }),
  );
  return drafts.flat().filter(isRegistered);
}
