import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { versionedKey } from '../../api/versioned-key.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { draftOf, emptyDraft, readGroup } from './group-draft.ts';
import { GroupEditor } from './group-editor.tsx';

interface GroupDetailsProps {
  /** Null for a new one. */
  id: string | null;
  freePriority: number;
  madeHere: (id: string) => void;
}

/** A group to edit, or a new one. */
export function GroupDetails({ id, freePriority, madeHere }: GroupDetailsProps) {
  const { data, error, refetch } = useQuery({
    queryKey: versionedKey('groups', id),
    queryFn: () => readGroup(id ?? ''),
    enabled: id !== null,
  });
  const saved = useMemo(() => data && { value: draftOf(data.data), etag: data.etag }, [data]);
  const nothing = useMemo(() => ({ value: emptyDraft(0), etag: '' }), []);
  if (id === null)
    return <GroupEditor stored={null} saved={nothing} begun={emptyDraft(freePriority)} madeHere={madeHere} />;
  if (data && saved) return <GroupEditor stored={data.data} saved={saved} begun={null} madeHere={madeHere} />;
  return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
}
