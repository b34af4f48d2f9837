import { Button } from '@mantine/core';
import { IconHistory, IconLoader } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { answerOf, api } from '../../../api/client.ts';
import { setAddress } from '../../../frame/use-address.ts';
import { useFormats } from '../../../words/formats.ts';
import { useWords } from '../../../words/words.ts';
import { progressWords } from './progress-words.ts';
import { ALL_RUNS, RUN } from './run-parameter.ts';

/** Opens the former runs. While a run goes on, shows its progress. */
export const RunsButton = memo(() => {
  const w = useWords(progressWords);
  const { number } = useFormats();
  const { data } = useQuery({
    queryKey: ['runs', 'newest'],
    queryFn: async () =>
      (await answerOf(api.GET('/v1/runs', { params: { query: { dry_run: false, limit: 1 } } }))).data[0] ?? null,
  });
  const isRunning = data?.status === 'running';
  return (
    <Button
      variant="default"
      leftSection={isRunning ? <IconLoader size={15} aria-hidden /> : <IconHistory size={15} aria-hidden />}
      onClick={() => setAddress({ [RUN]: isRunning ? data.id : ALL_RUNS }, { push: true, atOnce: true })}
    >
      {isRunning
        ? w.running(data.level, number(data.sent + data.uncertain + data.refused_count), number(data.total))
        : w.runs}
    </Button>
  );
});
