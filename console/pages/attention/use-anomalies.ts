import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { useSession } from '../../frame/session.ts';
import type { Message } from '../../messages/message.ts';

const SHOWN = 50;
/** Final, and a person should know. */
const RETURNED = ['bounced', 'complained', 'failed', 'undeliverable'] as const;

const messagesOf = (query: { status?: Message['status']; waiting?: boolean }) =>
  answerOf(api.GET('/v1/messages', { params: { query: { ...query, limit: SHOWN, count: true } } }));

/** Sendings of which nobody knows whether they left. */
export const useUncertain = () =>
  useQuery({ queryKey: ['messages', 'uncertain'], queryFn: () => messagesOf({ status: 'ambiguous' }) });

/** What is ready and has not left, with why. */
export const useWaiting = () =>
  useQuery({ queryKey: ['messages', 'waiting'], queryFn: () => messagesOf({ waiting: true }) });

/** What came back or failed, newest first. */
export const useReturned = () =>
  useQuery({
    queryKey: ['messages', 'returned'],
    queryFn: async () => {
      const lists = await Promise.all(RETURNED.map((status) => messagesOf({ status })));
      return lists
        .flatMap(({ data }) => data)
        .sort((a, b) => b.reserved_at.localeCompare(a.reserved_at))
        .slice(0, SHOWN);
    },
  });

/** Cases whose ladder has stopped until a person has looked, and messages that move no case and did not arrive. */
export const useStoppedCases = () =>
  useQuery({
    queryKey: ['actions', 'attention'],
    queryFn: () =>
      answerOf(api.GET('/v1/actions', { params: { query: { status: 'needs_attention', limit: SHOWN, count: true } } })),
  });

export type Asked = NonNullable<ReturnType<typeof useStoppedCases>['data']>['data'][number];
export type StoppedCase = Asked & { customer: NonNullable<Asked['customer']> };

/** What is asked is about a message alone: no case waits for it. */
export const isAboutMessage = ({ origin }: Pick<Asked, 'origin'>): boolean => origin === 'message';

/** What is asked is about cases, which are a customer’s. */
export const isStoppedCase = (action: Asked): action is StoppedCase =>
  !isAboutMessage(action) && action.customer !== null;

/** Imports of which rows were refused. Supervisors import, and see them. */
export function useRefusedImports() {
  const { isSupervisor } = useSession();
  return useQuery({
    queryKey: ['imports', 'refused'],
    enabled: isSupervisor,
    queryFn: async () => {
      const { data } = await answerOf(api.GET('/v1/imports', { params: { query: { limit: 30 } } }));
      return data.filter(({ refused_count }) => refused_count > 0);
    },
  });
}

export type RefusedImport = NonNullable<ReturnType<typeof useRefusedImports>['data']>[number];
