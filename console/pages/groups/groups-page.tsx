import { Button, Text } from '@mantine/core';
import { IconPlus, IconRefresh } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { Page } from '../../frame/page.tsx';
import { Empty } from '../../states/empty.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { SupervisorsOnly } from '../../states/supervisors-only.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import { useMadeHere } from '../../states/use-made-here.ts';
import { useWords } from '../../words/words.ts';
import { GroupDetails } from './group-details.tsx';
import { GroupList } from './group-list.tsx';
import classes from './groups.module.css';
import { groupsWords } from './groups-words.ts';

/** Groups of similar customers, in order, and one of them with its criteria and members. */
export function GroupsPage() {
  const w = useWords(groupsWords);
  return (
    <SupervisorsOnly title={w.title}>
      <Groups />
    </SupervisorsOnly>
  );
}

function Groups() {
  const w = useWords(groupsWords);
  const { groupId } = useParams();
  const { key, madeHere } = useMadeHere(groupId ?? '');
  const { rows, error, retry } = usePages(['groups', 'list'], (cursor) =>
    answerOf(api.GET('/v1/groups', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } })),
  );
  return (
    <Page
      title={w.title}
      actions={
        <>
          <RecalculateButton />
          <Button component={Link} to="/groupes/nouveau" leftSection={<IconPlus size={15} aria-hidden />}>
            {w.create}
          </Button>
        </>
      }
    >
      <div className={classes.sides}>
        <div>
          {!rows && (error ? <Failed error={error} retry={retry} /> : <Loading />)}
          {rows?.length === 0 && <Empty title={w.none} hint={w.noneHint} />}
          {rows && rows.length > 0 && <GroupList groups={rows} openId={groupId} />}
        </div>
        {groupId === 'nouveau' && !rows && !error ? (
          <Loading />
        ) : groupId ? (
          <GroupDetails
            key={key}
            id={groupId === 'nouveau' ? null : groupId}
            madeHere={madeHere}
            freePriority={
              Math.max(0, ...(rows ?? []).filter(({ priority }) => priority < 1_000).map(({ priority }) => priority)) +
              10
            }
          />
        ) : (
          <Text c="dimmed" pt="xs">
            {w.choose}
          </Text>
        )}
      </div>
    </Page>
  );
}

function RecalculateButton() {
  const w = useWords(groupsWords);
  const { count } = useFormats();
  const recalculate = useChange({
    run: () => answerOf(api.POST('/v1/groups/recalculate')),
    done: (result) =>
      result.status === 'done' ? w.recalculated(count(result.changed, w.changed, w.changedMany)) : w.recalculating,
  });
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={15} aria-hidden />}
      loading={recalculate.isPending}
      onClick={() => recalculate.mutate(undefined)}
    >
      {w.recalculate}
    </Button>
  );
}
