import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';

/** An action with the draft of its message as it would leave now. */
export function actionQuery(id: string) {
  return {
    queryKey: ['actions', id],
    queryFn: () => answerOf(api.GET('/v1/actions/{id}', { params: { path: { id } } })),
  };
}

export const useAction = (id: string) => useQuery(actionQuery(id));

export type ActionWithDraft = NonNullable<ReturnType<typeof useAction>['data']>;
/** As lists show it. */
export type Action = Omit<ActionWithDraft, 'draft'>;

/** Letters that travel with a number and a signature: sending one by mistake costs, and cannot be taken back. */
export const isRegistered = ({ letter_kind: kind }: Pick<Action, 'letter_kind'>): boolean =>
  kind === 'registered' || kind === 'lre_qualified';

/** A recommended letter by electronic mail: it goes to a person's address. */
export const isElectronic = ({ letter_kind: kind }: Pick<Action, 'letter_kind'>): boolean =>
  kind === 'ere_simple' || kind === 'lre_qualified';

/** It becomes a message once it is confirmed: a reminder that is due, and not made yet. */
export function isConfirmable(
  action: Pick<Action, 'status' | 'origin' | 'message_id' | 'kind' | 'attention_code'>,
): boolean {
  const { status, origin, message_id: messageId, kind } = action;
  if (origin === 'attention') return status === 'needs_attention';
  // Of a message of which nobody knows a person first says whether it left.
  if (origin === 'message') return status === 'needs_attention' && action.attention_code !== 'ambiguous_sending';
  const isSent = origin === 'step' || origin === 'specific_action';
  const hasMessage = kind === 'email' || kind === 'letter' || kind === 'sms';
  return isSent && hasMessage && messageId === null && (status === 'to_confirm' || status === 'to_do');
}

/** Made, and waiting for the person who posts it. */
export const isToPost = ({ status, kind, message_id: messageId }: Pick<Action, 'status' | 'kind' | 'message_id'>) =>
  status === 'to_do' && kind === 'letter' && messageId !== null;

/** Neither done nor given up. */
export const isOpenAction = ({ status }: Pick<Action, 'status'>): boolean =>
  status !== 'done' && status !== 'skipped' && status !== 'cancelled';

/** It may be put off or left out: not a person's own task, and nothing is made of it yet. */
export const isMovable = (action: Pick<Action, 'status' | 'origin' | 'message_id'>): boolean =>
  isOpenAction(action) && action.origin !== 'task' && action.message_id === null;
