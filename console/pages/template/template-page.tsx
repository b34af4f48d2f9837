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
import { readTemplate } from './save-template.ts';
import { copyOf, draftOf, emptyDraft } from './template-draft.ts';
import { TemplateEditor } from './template-editor.tsx';
import { templateWords } from './template-words.ts';

/** One template: its texts and their preview on an invoice. The id `nouveau` creates one, empty or as a copy. */
export function TemplatePage() {
  const w = useWords(templateWords);
  const { templateId = 'nouveau' } = useParams();
  const { key, madeHere } = useMadeHere(templateId);
  return (
    <SupervisorsOnly title={w.title}>
      <OneTemplate key={key} id={templateId === 'nouveau' ? null : templateId} madeHere={madeHere} />
    </SupervisorsOnly>
  );
}

const NOTHING = {
  value: { name: '', level: null, third_party: null, purpose: null, folder: null, texts: [] },
  etag: '',
};

/** Without an id a new one, empty or with the texts of another (`?copie=`). */
function OneTemplate({ id, madeHere }: { id: string | null; madeHere: (id: string) => void }) {
  const w = useWords(templateWords);
  const copied = useAddress().get('copie');
  const readId = id ?? copied;
  const { data, error, refetch } = useQuery({
    queryKey: versionedKey('templates', readId),
    queryFn: () => readTemplate(readId ?? ''),
    enabled: readId !== undefined,
  });
  const saved = useMemo(() => data && { value: draftOf(data.data), etag: data.etag }, [data]);
  const begun = useMemo(() => (data ? copyOf(data.data, w.copyName(data.data.name)) : emptyDraft()), [data, w]);
  if (readId !== undefined && !saved) {
    const title = id === null ? w.newTitle : w.title;
    return <Page title={title}>{error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />}</Page>;
  }
  const isStored = id !== null && data && saved;
  return (
    <TemplateEditor
      stored={isStored ? data : null}
      saved={isStored ? saved : NOTHING}
      begun={isStored ? null : begun}
      madeHere={madeHere}
    />
  );
}
