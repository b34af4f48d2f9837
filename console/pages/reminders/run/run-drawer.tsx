import { Text } from '@mantine/core';
import { lazy } from 'react';
import type { Schema } from '../../../api/client.ts';
import { PageDrawer } from '../../../frame/page-drawer.tsx';
import { useAddress } from '../../../frame/use-address.ts';
import { Loading } from '../../../states/loading.tsx';
import { OnDemand } from '../../../states/on-demand.tsx';
import { useWords } from '../../../words/words.ts';
import { progressWords } from './progress-words.ts';
import { ALL_RUNS, RUN } from './run-parameter.ts';
import type { RunOf } from './run-of.ts';

const RunProgress = lazy(async () => ({ default: (await import('./run-progress.tsx')).RunProgress }));
const RunsList = lazy(async () => ({ default: (await import('./runs-list.tsx')).RunsList }));

/** The progress and result of a run, beside the list, and former runs. */
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
      <OnDemand meanwhile={<Loading />}>
        {shown === ALL_RUNS && <RunsList open={(id) => set({ [RUN]: id })} />}
        {shown !== undefined && shown !== ALL_RUNS && <RunProgress runId={shown} rows={rows} run={run} />}
      </OnDemand>
    </PageDrawer>
  );
}
