import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { versionedKey } from '../../api/versioned-key.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { draftOf, emptyDraft, readGroup } from './group-draft.ts';
import { GroupEditor } from './group-editor.tsx';

/** A group to edit. The id `nouveau` creates one. */
export function GroupDetails({ id, freePriority }: { id: string; freePriority: number }) {
  return id === 'nouveau' ? <NewGroup priority={freePriority} /> : <StoredGroup id={id} />;
}

function NewGroup({ priority }: { priority: number }) {
  const begun = useMemo(() => emptyDraft(priority), [priority]);
  const saved = useMemo(() => ({ value: emptyDraft(0), etag: '' }), []);
  return <GroupEditor stored={null} saved={saved} begun={begun} />;
}

function StoredGroup({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({ queryKey: versionedKey('groups', id), queryFn: () => readGroup(id) });
  const saved = useMemo(() => data && { value: draftOf(data.data), etag: data.etag }, [data]);
  if (data && saved) return <GroupEditor stored={data.data} saved={saved} />;
  return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
}
