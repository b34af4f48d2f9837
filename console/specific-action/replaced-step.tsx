import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { stepName } from '../case/step-name.ts';
import { useLanguage } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import { dueLevels } from './due-levels.ts';

const words = defineWords(
  {
    one: (step: string) => `Remplace l’étape prévue\u00a0: ${step}`,
    many: (steps: string) => `Remplace les étapes prévues\u00a0: ${steps}`,
    skipped:
      'L’étape est passée, avec ce motif\u00a0; l’étape suivante compte à partir d’aujourd’hui. Sans cela, elle revient après l’action.',
  },
  {
    one: (step: string) => `Takes the place of the planned step: ${step}`,
    many: (steps: string) => `Takes the place of the planned steps: ${steps}`,
    skipped:
      'The step is skipped, with that as the reason; the next one counts from today. Otherwise it comes back after the action.',
  },
);

/** As many as one request names. */
const MOST = 200;

/** The levels of the steps of these items whose turn has come: an action of today may be meant instead of them. */
export function useDueLevels(invoiceIds: readonly string[]): number[] {
  const ids = [...invoiceIds].sort().slice(0, MOST).join(',');
  const { data } = useQuery({
    queryKey: ['invoices', 'due-levels', ids],
    enabled: ids !== '',
    queryFn: () => answerOf(api.GET('/v1/invoices', { params: { query: { ids, limit: MOST } } })),
  });
  return dueLevels((data?.data ?? []).map(({ dunning }) => dunning));
}

interface ReplacedStepProps {
  levels: readonly number[];
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Asks whether the action takes the place of the steps that have come; nothing where none has. */
export function ReplacedStep({ levels, checked, onChange }: ReplacedStepProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  if (levels.length === 0) return null;
  const steps = levels.map((level) => stepName(level, language)).join(', ');
  return (
    <Checkbox
      label={levels.length === 1 ? w.one(steps) : w.many(steps)}
      description={w.skipped}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
