import { useQuery } from '@tanstack/react-query';
import { memo, useCallback } from 'react';
import { answerOf, api } from '../api/client.ts';
import { defineWords, useWords } from '../words/words.ts';
import { type ChooseProps, NamedSelect } from './named-select.tsx';

const KEY = ['users', 'to-choose'];

const readUsers = async () => (await answerOf(api.GET('/v1/users', { params: { query: { limit: 200 } } }))).data;

/** One of the people who work the cases. */
export const UserSelect = memo((props: ChooseProps & { first?: { value: string; label: string } }) => (
  <NamedSelect queryKey={KEY} read={readUsers} {...props} />
));

const words = defineWords({ nobody: 'Sans chargé' }, { nobody: 'Without a collector' });

/** Whose cases a list shows: one person's, or nobody's. */
export function CollectorFilter(props: ChooseProps) {
  const { nobody } = useWords(words);
  return <UserSelect {...props} first={{ value: 'none', label: nobody }} />;
}

/** How a person is called, by id; undefined while unknown. */
export function useUserName(): (id: string | null | undefined) => string | undefined {
  const { data } = useQuery({ queryKey: KEY, queryFn: readUsers, staleTime: 30_000, refetchInterval: 60_000 });
  return useCallback((id) => data?.find((user) => user.id === id)?.name, [data]);
}
