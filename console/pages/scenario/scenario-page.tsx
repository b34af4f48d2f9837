import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { versionedKey } from '../../api/versioned-key.ts';
import { Page } from '../../frame/page.tsx';
import { useAddress } from '../../frame/use-address.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { SupervisorsOnly } from '../../states/supervisors-only.tsx';
import { useWords } from '../../words/words.ts';
import { draftOf, emptyDraft, readScenario } from './scenario-draft.ts';
import { ScenarioEditor } from './scenario-editor.tsx';
import { scenarioWords } from './scenario-words.ts';

/** One scenario as a ladder. The id `nouveau` creates one, empty or as a copy (`?copie=`). */
export function ScenarioPage() {
  const w = useWords(scenarioWords);
  const { scenarioId = 'nouveau' } = useParams();
  const copied = useAddress().get('copie');
  const isNew = scenarioId === 'nouveau';
  return (
    <SupervisorsOnly title={w.title}>
      {isNew && !copied ? (
        <NewScenario />
      ) : (
        <ReadScenario key={scenarioId} id={isNew ? (copied ?? '') : scenarioId} isCopy={isNew} />
      )}
    </SupervisorsOnly>
  );
}

const NOTHING = { value: { name: '', unit: 'invoice' as const, default_for: [], steps: [] }, etag: '' };

function NewScenario() {
  const begun = useMemo(emptyDraft, []);
  return <ScenarioEditor stored={null} saved={NOTHING} begun={begun} />;
}

function ReadScenario({ id, isCopy }: { id: string; isCopy: boolean }) {
  const w = useWords(scenarioWords);
  const { data, error, refetch } = useQuery({
    queryKey: versionedKey('scenarios', id),
    queryFn: () => readScenario(id),
  });
  const saved = useMemo(() => data && { value: draftOf(data.data), etag: data.etag }, [data]);
  if (!data || !saved)
    return <Page title={w.title}>{error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />}</Page>;
  if (!isCopy) return <ScenarioEditor stored={data.data} saved={saved} />;
  const begun = { ...saved.value, name: w.copyName(saved.value.name), default_for: [] };
  return <ScenarioEditor stored={null} saved={NOTHING} begun={begun} />;
}
