import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { byFolder } from './by-folder.ts';

/** The folders of templates, in alphabetical order. */
export function useFolders(): string[] {
  const { data = [] } = useQuery({
    queryKey: ['templates', 'folders'],
    queryFn: readFolders,
    staleTime: 30_000,
    refetchInterval: false,
  });
  return data;
}

async function readFolders(): Promise<string[]> {
  const folders = new Set<string | null>();
  let cursor: string | null = null;
  do {
    const query: { sort: 'folder'; limit: number; cursor?: string } = {
      ...{ sort: 'folder', limit: 200 },
      ...(cursor ? { cursor } : {}),
    };
    const page = await answerOf(api.GET('/v1/templates', { params: { query } }));
    for (const { folder } of page.data) folders.add(folder);
    // Templates without a folder come last.
    cursor = folders.has(null) ? null : page.next_cursor;
  } while (cursor);
  return [...folders].filter((folder) => folder !== null).toSorted((a, b) => byFolder({ folder: a }, { folder: b }));
}
