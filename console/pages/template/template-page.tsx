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
import { readTemplate } from './save-template.ts';
import { copyOf, draftOf, emptyDraft } from './template-draft.ts';
import { TemplateEditor } from './template-editor.tsx';
import { templateWords } from './template-words.ts';

/** One template: its texts and their preview on an invoice. The id `nouveau` creates one. */
export function TemplatePage() {
  const w = useWords(templateWords);
  const { templateId = 'nouveau' } = useParams();
  return (
    <SupervisorsOnly title={w.title}>
      {templateId === 'nouveau' ? <NewTemplate /> : <StoredTemplatePage key={templateId} id={templateId} />}
    </SupervisorsOnly>
  );
}

function StoredTemplatePage({ id }: { id: string }) {
  const w = useWords(templateWords);
  const { data, error, refetch } = useQuery({
    queryKey: versionedKey('templates', id),
    queryFn: () => readTemplate(id),
  });
  const saved = useMemo(() => data && { value: draftOf(data.data), etag: data.etag }, [data]);
  if (data && saved) return <TemplateEditor stored={data} saved={saved} />;
  return <Page title={w.title}>{error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />}</Page>;
}

/** A new template, empty or with the texts of another (`?copie=`). */
function NewTemplate() {
  const w = useWords(templateWords);
  const copied = useAddress().get('copie');
  const { data, error, refetch } = useQuery({
    queryKey: versionedKey('templates', copied),
    queryFn: () => readTemplate(copied ?? ''),
    enabled: copied !== undefined,
    refetchInterval: false,
    staleTime: Infinity,
  });
  const copyName = data && w.copyName(data.data.name);
  const saved = useMemo(() => {
    const empty = { name: '', level: null, third_party: null, purpose: null, folder: null, texts: [] };
    if (copied === undefined) return { value: empty, begun: emptyDraft(), etag: '' };
    return data && copyName ? { value: empty, begun: copyOf(data.data, copyName), etag: '' } : null;
  }, [copied, data, copyName]);
  if (saved) return <TemplateEditor key={copied ?? 'empty'} stored={null} saved={saved} begun={saved.begun} />;
  return <Page title={w.newTitle}>{error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />}</Page>;
}
