import { Text } from '@mantine/core';
import type { Schema } from '../../../api/client.ts';
import { PageDrawer } from '../../../frame/page-drawer.tsx';
import { useAddress } from '../../../frame/use-address.ts';
import { useWords } from '../../../words/words.ts';
import { progressWords } from './progress-words.ts';
import { ALL_RUNS, RUN } from './run-parameter.ts';
import type { RunOf } from './run-of.ts';
import { RunProgress } from './run-progress.tsx';
import { RunsList } from './runs-list.tsx';

/** How far a run is and what came of it, beside the list; and the runs of before. */
export function RunDrawer({ rows, run }: { rows: readonly Schema<'Invoice'>[]; run: (of: RunOf) => void }) {
  const w = useWords(progressWords);
  const { get, set } = useAddress();
  const shown = get(RUN);
  return (
    <PageDrawer
      isOpen={shown !== undefined}
      close={() => set({ [RUN]: null })}
      size={560}
      title={<Text fw={620}>{shown === ALL_RUNS ? w.runs : w.run}</Text>}
    >
      {shown === ALL_RUNS && <RunsList open={(id) => set({ [RUN]: id })} />}
      {shown !== undefined && shown !== ALL_RUNS && <RunProgress runId={shown} rows={rows} run={run} />}
    </PageDrawer>
  );
}
