import { useQuery } from '@tanstack/react-query';
import { memo, useCallback } from 'react';
import { answerOf, api } from '../api/client.ts';
import { defineWords, useWords } from '../words/words.ts';
import { type ChooseProps, NamedSelect } from './named-select.tsx';

const KEY = ['users', 'to-choose'];

const readUsers = async () => (await answerOf(api.GET('/v1/users', { params: { query: { limit: 200 } } }))).data;

/** Chooses one of the users. */
export const UserSelect = memo((props: ChooseProps & { first?: { value: string; label: string } }) => (
  <NamedSelect queryKey={KEY} read={readUsers} {...props} />
));

const words = defineWords({ nobody: 'Sans chargé' }, { nobody: 'Without a collector' });

/** Filters a list by collector, with a choice for cases without one. */
export function CollectorFilter(props: ChooseProps) {
  const { nobody } = useWords(words);
  return <UserSelect {...props} first={{ value: 'none', label: nobody }} />;
}

/** Returns a function from the id of a user to the name; undefined while unknown. */
export function useUserName(): (id: string | null | undefined) => string | undefined {
  const { data } = useQuery({ queryKey: KEY, queryFn: readUsers, staleTime: 30_000, refetchInterval: 60_000 });
  return useCallback((id) => data?.find((user) => user.id === id)?.name, [data]);
}
