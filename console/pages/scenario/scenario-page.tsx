import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { versionedKey } from '../../api/versioned-key.ts';
import { Page } from '../../frame/page.tsx';
import { useAddress } from '../../frame/use-address.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { SupervisorsOnly } from '../../states/supervisors-only.tsx';
import { useMadeHere } from '../../states/use-made-here.ts';
import { useWords } from '../../words/words.ts';
import { draftOf, emptyDraft, readScenario } from './scenario-draft.ts';
import { ScenarioEditor } from './scenario-editor.tsx';
import { scenarioWords } from './scenario-words.ts';

/** One scenario as a ladder. The id `nouveau` creates one, empty or as a copy (`?copie=`). */
export function ScenarioPage() {
  const w = useWords(scenarioWords);
  const { scenarioId = 'nouveau' } = useParams();
  const { key, madeHere } = useMadeHere(scenarioId);
  return (
    <SupervisorsOnly title={w.title}>
      <OneScenario key={key} id={scenarioId === 'nouveau' ? null : scenarioId} madeHere={madeHere} />
    </SupervisorsOnly>
  );
}

const NOTHING = { value: { name: '', unit: 'invoice' as const, default_for: [], steps: [] }, etag: '' };

/** Without an id a new one. */
function OneScenario({ id, madeHere }: { id: string | null; madeHere: (id: string) => void }) {
  const w = useWords(scenarioWords);
  const copied = useAddress().get('copie');
  const readId = id ?? copied;
  const { data, error, refetch } = useQuery({
    queryKey: versionedKey('scenarios', readId),
    queryFn: () => readScenario(readId ?? ''),
    enabled: readId !== undefined,
  });
  const saved = useMemo(() => data && { value: draftOf(data.data), etag: data.etag }, [data]);
  const begun = useMemo(
    () => (saved ? { ...saved.value, name: w.copyName(saved.value.name), default_for: [] } : emptyDraft()),
    [saved, w],
  );
  if (readId !== undefined && !saved)
    return <Page title={w.title}>{error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />}</Page>;
  const isStored = id !== null && data && saved;
  return (
    <ScenarioEditor
      stored={isStored ? data.data : null}
      saved={isStored ? saved : NOTHING}
      begun={isStored ? null : begun}
      madeHere={madeHere}
    />
  );
}
