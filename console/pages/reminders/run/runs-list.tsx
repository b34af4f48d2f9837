import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { answerOf, api } from '../../../api/client.ts';
import { LevelBadge } from '../../../level/level-badge.tsx';
import { kindWord } from '../../../level/level.ts';
import { Empty } from '../../../states/empty.tsx';
import { Failed } from '../../../states/failed.tsx';
import { Loading } from '../../../states/loading.tsx';
import { usePages } from '../../../table/use-pages.ts';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { outcomeSaid } from './outcome-said.ts';
import { progressWords } from './progress-words.ts';
import classes from './run.module.css';

const words = defineWords({ older: 'Voir les précédentes' }, { older: 'Show earlier ones' });

const readRuns = (cursor: string | undefined) =>
  answerOf(api.GET('/v1/runs', { params: { query: { dry_run: false, limit: 30, ...(cursor ? { cursor } : {}) } } }));

/** Former runs, newest first. */
export function RunsList({ open }: { open: (id: string) => void }) {
  const w = useWords(progressWords);
  const { older } = useWords(words);
  const { count, instant, number, language } = useFormats();
  const pages = usePages(['runs', 'list'], readRuns);
  if (!pages.rows) return pages.error ? <Failed error={pages.error} retry={pages.retry} /> : <Loading />;
  if (pages.rows.length === 0) return <Empty title={w.none} hint={w.noneHint} />;
  return (
    <Stack gap={8}>
      {pages.rows.map((run) => (
        <UnstyledButton key={run.id} className={classes.run} onClick={() => open(run.id)}>
          <Group justify="space-between" wrap="nowrap">
            <Group gap="sm" wrap="nowrap">
              <LevelBadge level={run.level} />
              <div>
                <Text fw={560}>{w.title(kindWord(run.mode, language))}</Text>
                <Text c="dimmed">{w.by(run.actor.name, instant(run.created_at))}</Text>
              </div>
            </Group>
            <div className="amount">
              <Text>
                {run.status === 'running'
                  ? w.running(run.level, number(run.sent), number(run.total))
                  : outcomeSaid(run, w, count).sent}
              </Text>
              <Text c="dimmed">{outcomeSaid(run, w, count).others}</Text>
            </div>
          </Group>
        </UnstyledButton>
      ))}
      {pages.onEnd && (
        <Button variant="subtle" loading={pages.isLoadingMore} onClick={pages.onEnd}>
          {older}
        </Button>
      )}
    </Stack>
  );
}
