import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { type Criteria, isComplete } from './criteria.ts';
import { groupsWords } from './groups-words.ts';

interface WhoFitsProps {
  criteria: Criteria;
  priority: number;
  groupId: string | null;
}

/** How many customers match the criteria being typed, saved or not. */
export function WhoFits({ criteria, priority, groupId }: WhoFitsProps) {
  const w = useWords(groupsWords);
  const { count } = useFormats();
  const typed = JSON.stringify({ criteria, priority: priority >= 1 ? priority : null, group_id: groupId });
  const [asked] = useDebouncedValue(typed, 400);
  const isAsked = isComplete(criteria);
  const { data } = useQuery({
    queryKey: ['groups', 'preview', asked],
    queryFn: () => answerOf(api.POST('/v1/groups/preview', { body: JSON.parse(asked) as never })),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
    retry: false,
  });
  if (!isAsked) return <Text c="dimmed">{w.incomplete}</Text>;
  if (!data) return <Text c="dimmed">{w.counting}</Text>;
  const clients = (number: number) => count(number, w.customer, w.customers);
  return (
    <div role="status">
      <Text fw={600} className="figures">
        {clients(data.count)} {data.count < 2 ? w.fit : w.fitMany}
        {data.taken_before > 0 && `, ${w.takenBefore(clients(data.taken_before))}`}
      </Text>
      {data.examples.length > 0 && (
        <Text size="xs" c="dimmed">
          {w.examples(data.examples.map(({ name }) => name).join(', '))}
        </Text>
      )}
    </div>
  );
}
