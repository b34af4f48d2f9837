import { Checkbox } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { ProblemNote } from '../states/problem-note.tsx';
import { useLanguage } from '../words/language.ts';
import { dueLevels } from './due-levels.ts';
import { replacedSaid } from './replaced-words.ts';

/** Limit of one request. */
const MOST = 200;

/** The due steps of the chosen items, as far as they are loaded. */
interface DueSteps {
  /** The level of each due step, lowest first. While new items are loading, those of the former items. */
  levels: readonly number[];
  /** Whether the levels are those of the items chosen now. */
  isKnown: boolean;
  /** Why loading them failed. */
  error: unknown;
}

/** The levels of the due steps of these items, which an action planned for today can replace. */
export function useDueSteps(invoiceIds: readonly string[]): DueSteps {
  const ids = invoiceIds.toSorted();
  const { data, isPlaceholderData, error } = useQuery({
    queryKey: ['invoices', 'due-levels', ids.join(',')],
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const answers = await Promise.all(portionsOf(ids).map(standingsOf));
      return dueLevels(answers.flat());
    },
  });
  return { levels: data ?? [], isKnown: data !== undefined && !isPlaceholderData, error };
}

const portionsOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / MOST) }, (_, at) => ids.slice(at * MOST, (at + 1) * MOST));

async function standingsOf(ids: readonly string[]) {
  const query = { ids: ids.join(','), limit: MOST };
  const { data } = await answerOf(api.GET('/v1/invoices', { params: { query } }));
  return data.map(({ dunning }) => dunning);
}

interface ReplacedStepProps {
  steps: DueSteps;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Asks whether the action replaces the due steps. Renders nothing when there is none. */
export function ReplacedStep({ steps: { levels, error }, checked, onChange }: ReplacedStepProps) {
  const { language } = useLanguage();
  const isAsked = levels.length > 0 || (checked && Boolean(error));
  return (
    <>
      {isAsked && (
        <Checkbox
          {...replacedSaid(levels, language)}
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )}
      <ProblemNote error={error} />
    </>
  );
}
