import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords({ ends: 'La suspension prend fin.' }, { ends: 'The hold ends.' });

interface Released {
  hold: { id: string } | undefined;
  /** How the hold ends; it decides whether the next step must be confirmed. */
  outcome: 'lifted' | 'withdrawn' | 'rejected';
}

/**
 * What happens once the hold has ended: what is sent and when, what a person must confirm or do, or which other hold
 * stops the case.
 */
export function useAfterRelease(invoiceId: string, { hold, outcome }: Released): string | undefined {
  const w = useWords(words);
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: ['invoices', invoiceId, 'explanation', 'released', hold?.id, outcome, language],
    enabled: hold !== undefined,
    queryFn: () =>
      answerOf(
        api.GET('/v1/invoices/{id}/explanation', {
          params: { path: { id: invoiceId }, query: { released: hold?.id ?? '', outcome } },
        }),
      ),
  });
  if (!hold) return undefined;
  return data ? `${w.ends} ${data.sentence}` : w.ends;
}
