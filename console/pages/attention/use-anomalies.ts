import { answerOf, api } from '../../api/client.ts';
import { useSession } from '../../frame/session.ts';
import type { MessageFilter } from '../../messages/message.ts';
import { usePages } from '../../table/use-pages.ts';

/** So many at a time; the rest is a button away. */
const SHOWN = 50;

const page = (cursor: string | undefined) => ({ limit: SHOWN, count: true, ...(cursor ? { cursor } : {}) });

const useMessages = (name: string, query: MessageFilter) =>
  usePages(['messages', 'anomalies', name], (cursor) =>
    answerOf(api.GET('/v1/messages', { params: { query: { ...query, ...page(cursor) } } })),
  );

/** Sendings of which nobody knows whether they left. */
export const useUncertain = () => useMessages('uncertain', { status: 'ambiguous' });

/** What is ready and has not left, with why. */
export const useWaiting = () => useMessages('waiting', { waiting: true });

/** What came back in passing, until that was dealt with; what came back for good is asked about by its cases. */
export const useReturned = () => useMessages('returned', { open_return: true });

const useAsked = (about_message: boolean) =>
  usePages(['actions', 'attention', { about_message }], (cursor) =>
    answerOf(
      api.GET('/v1/actions', { params: { query: { status: 'needs_attention', about_message, ...page(cursor) } } }),
    ),
  );

/** Cases whose ladder has stopped until a person has looked. */
export const useStoppedCases = () => useAsked(false);

/** Messages that move no case and did not arrive. */
export const useAskedMessages = () => useAsked(true);

export type Asked = NonNullable<ReturnType<typeof useAsked>['rows']>[number];
export type StoppedCase = Asked & { customer: NonNullable<Asked['customer']> };

/** What is asked is about cases, which are a customer’s. */
export const isStoppedCase = (action: Asked): action is StoppedCase => action.customer !== null;

const NONE = { data: [], next_cursor: null, total: 0 };

/** Imports of which rows were refused and nobody has seen to yet. Supervisors import, and see them. */
export function useRefusedImports() {
  const { isSupervisor } = useSession();
  return usePages(['imports', 'refused', isSupervisor], async (cursor) =>
    isSupervisor
      ? answerOf(api.GET('/v1/imports', { params: { query: { open_refusals: true, ...page(cursor) } } }))
      : NONE,
  );
}

export type RefusedImport = NonNullable<ReturnType<typeof useRefusedImports>['rows']>[number];
