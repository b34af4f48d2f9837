import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { LIVE_MS } from '../api/query-client.ts';

interface ListPage<Item> {
  data: Item[];
  next_cursor: string | null;
  total?: number;
}

/** Loaded pages beyond this are not asked for again by themselves: a person far down a list reads, and does not wait. */
const LIVE_PAGES = 3;

/** A list of the API page by page: what a table asks for, and what asks before the table is there. */
export const pagesQuery = <Item>(
  key: readonly unknown[],
  read: (cursor: string | undefined) => Promise<ListPage<Item>>,
) =>
  infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });

/** The list as a table wants it, asked for again every so often; the rows of the filter before stay until the new ones are there. */
export function usePages<Item>(
  key: readonly unknown[],
  read: (cursor: string | undefined) => Promise<ListPage<Item>>,
  liveMs = LIVE_MS,
) {
  const query = useInfiniteQuery({
    ...pagesQuery(key, read),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= LIVE_PAGES ? liveMs : false),
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.data), [query.data]);
  return {
    rows,
    total: query.data?.pages[0]?.total,
    error: query.error,
    retry: () => void query.refetch(),
    readAll: async () => {
      let reached: Pick<typeof query, 'data' | 'hasNextPage' | 'isError'> = query;
      while (reached.hasNextPage && !reached.isError) reached = await query.fetchNextPage();
      return reached.isError ? null : (reached.data?.pages.flatMap((page) => page.data) ?? []);
    },
    onEnd: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    isLoadingMore: query.isFetchingNextPage,
    isStale: query.isPlaceholderData,
  };
}

export type Pages<Item> = ReturnType<typeof usePages<Item>>;
