import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import classes from './groups.module.css';
import { groupsWords } from './groups-words.ts';

/** The members of the group as of the last calculation. */
export function Members({ id, count: all }: { id: string; count: number }) {
  const w = useWords(groupsWords);
  const { count } = useFormats();
  const { rows, error, retry, onEnd, isLoadingMore } = usePages(['groups', id, 'members'], (cursor) =>
    answerOf(
      api.GET('/v1/groups/{id}/members', {
        params: { path: { id }, query: { limit: 50, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  );
  return (
    <section aria-labelledby="members">
      <Group gap="xs" align="baseline" mb={4}>
        <Title order={3} size="h6" id="members">
          {w.members}
        </Title>
        <Text size="xs" c="dimmed">
          {all > 0 ? `${count(all, w.customer, w.customers)}. ${w.membersHint}` : w.noMembers}
        </Text>
      </Group>
      {!rows && (error ? <Failed error={error} retry={retry} /> : <Loading lines={3} />)}
      <ul className={classes.members}>
        {rows?.map((member) => (
          <li key={member.customer_id}>
            <Anchor component={Link} to={`/clients/${member.customer_id}`} size="sm" c="inherit">
              {member.name}
            </Anchor>
          </li>
        ))}
      </ul>
      {onEnd && (
        <Button variant="subtle" onClick={onEnd} loading={isLoadingMore}>
          {w.more}
        </Button>
      )}
    </section>
  );
}
