import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { LIVE_MS } from '../api/query-client.ts';

interface ListPage<Item> {
  data: Item[];
  next_cursor: string | null;
  total?: number;
}

/**
 * Above this number of loaded pages, the list is not refetched by itself: a user far down a list is reading, not
 * waiting for changes.
 */
const LIVE_PAGES = 3;

/** The query for a list of the API, page by page, for tables and for prefetching. */
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

/**
 * A list of the API for a table, refetched regularly. The rows of the former filter stay until the new ones are loaded.
 */
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
  const list = JSON.stringify(key);
  const shown = useRef(list);
  useEffect(() => {
    shown.current = list;
    return () => {
      shown.current = '';
    };
  }, [list]);
  return {
    rows,
    total: query.data?.pages[0]?.total,
    error: query.error,
    retry: () => void query.refetch(),
    /** Returns null when that fails, or when another list is shown meanwhile. */
    readAll: async () => {
      let reached: Pick<typeof query, 'data' | 'hasNextPage' | 'isError'> = query;
      const isSame = () => shown.current === list;
      while (reached.hasNextPage && !reached.isError && isSame()) reached = await query.fetchNextPage();
      return reached.isError || !isSame() ? null : (reached.data?.pages.flatMap((page) => page.data) ?? []);
    },
    onEnd: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    isLoadingMore: query.isFetchingNextPage,
    isStale: query.isPlaceholderData,
  };
}

export type Pages<Item> = ReturnType<typeof usePages<Item>>;
