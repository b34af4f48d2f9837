import { answerOf, api } from '../../api/client.ts';
import { useSession } from '../../frame/session.ts';
import type { MessageFilter } from '../../messages/message.ts';
import { usePages } from '../../table/use-pages.ts';

/** Items per page; a button loads more. */
const SHOWN = 50;

const page = (cursor: string | undefined) => ({ limit: SHOWN, count: true, ...(cursor ? { cursor } : {}) });

const useMessages = (name: string, query: MessageFilter) =>
  usePages(['messages', 'anomalies', name], (cursor) =>
    answerOf(api.GET('/v1/messages', { params: { query: { ...query, ...page(cursor) } } })),
  );

/** Messages that may or may not have been sent. */
export const useUncertain = () => useMessages('uncertain', { status: 'ambiguous' });

/** Messages that are ready but not sent, with the reason. */
export const useWaiting = () => useMessages('waiting', { waiting: true });

/** Temporary bounces that were not dealt with. After a permanent bounce the case itself needs attention. */
export const useReturned = () => useMessages('returned', { open_return: true });

const useAsked = (about_message: boolean) =>
  usePages(['actions', 'attention', { about_message }], (cursor) =>
    answerOf(
      api.GET('/v1/actions', { params: { query: { status: 'needs_attention', about_message, ...page(cursor) } } }),
    ),
  );

/** Cases whose ladder has stopped until a person looks. */
export const useStoppedCases = () => useAsked(false);

/** Messages that did not arrive and that no case waits for. */
export const useAskedMessages = () => useAsked(true);

export type Asked = NonNullable<ReturnType<typeof useAsked>['rows']>[number];
export type StoppedCase = Asked & { customer: NonNullable<Asked['customer']> };
/** The parts of a stopped case that a correction needs. */
export type Stopped = Pick<StoppedCase, 'customer' | 'invoices' | 'attention_code'>;

/** Questions about cases always have a customer. */
export const isStoppedCase = (action: Asked): action is StoppedCase => action.customer !== null;

const NONE = { data: [], next_cursor: null, total: 0 };

/** Imports with refused rows that nobody has handled yet. Only supervisors import, so only they see them. */
export function useRefusedImports() {
  const { isSupervisor } = useSession();
  return usePages(['imports', 'refused', isSupervisor], async (cursor) =>
    isSupervisor
      ? answerOf(api.GET('/v1/imports', { params: { query: { open_refusals: true, ...page(cursor) } } }))
      : NONE,
  );
}

export type RefusedImport = NonNullable<ReturnType<typeof useRefusedImports>['rows']>[number];
