import { useQuery } from '@tanstack/react-query';
import { memo, useCallback } from 'react';
import { answerOf, api } from '../api/client.ts';
import { type ChooseProps, NamedSelect } from './named-select.tsx';

const KEY = ['users', 'to-choose'];

const readUsers = async () => (await answerOf(api.GET('/v1/users', { params: { query: { limit: 200 } } }))).data;

/** One of the people who work the cases. */
export const UserSelect = memo((props: ChooseProps) => <NamedSelect queryKey={KEY} read={readUsers} {...props} />);

/** How a person is called, by id; undefined while unknown. */
export function useUserName(): (id: string | null | undefined) => string | undefined {
  const { data } = useQuery({ queryKey: KEY, queryFn: readUsers, staleTime: 30_000, refetchInterval: 60_000 });
  return useCallback((id) => data?.find((user) => user.id === id)?.name, [data]);
}
