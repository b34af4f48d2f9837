import type { SmsOffer } from '../providers/use-providers.ts';
import type { Action } from './action-data.ts';

const NOT_SENT_AGAIN: readonly string[] = ['ambiguous_sending', 'sent_twice'];

/**
 * An action that becomes a message once it is confirmed: a reminder that is due, not made yet, and not an SMS that no provider
 * takes.
 */
export function isConfirmable(
  action: Pick<Action, 'status' | 'origin' | 'message_id' | 'kind' | 'attention_code'>,
  providers: SmsOffer | undefined,
): boolean {
  const { status, origin, message_id: messageId, kind } = action;
  if (origin === 'attention') return status === 'needs_attention';
  // Of a message of which nobody knows a person first says whether it left; of one that left twice there is nothing to send.
  if (origin === 'message')
    return status === 'needs_attention' && !NOT_SENT_AGAIN.includes(action.attention_code ?? '');
  const isSent = origin === 'step' || origin === 'specific_action';
  const hasMessage = kind === 'email' || kind === 'letter' || (kind === 'sms' && Boolean(providers?.sms));
  return isSent && hasMessage && messageId === null && (status === 'to_confirm' || status === 'to_do');
}

/** Made, and waiting for the person who posts it. */
export const isToPost = ({ status, kind, message_id: messageId }: Pick<Action, 'status' | 'kind' | 'message_id'>) =>
  status === 'to_do' && kind === 'letter' && messageId !== null;

/** Neither done nor given up. */
export const isOpenAction = ({ status }: Pick<Action, 'status'>): boolean =>
  status !== 'done' && status !== 'skipped' && status !== 'cancelled';

/** An action that may be put off: not a person's own task, and nothing is made of it yet. */
export const isPostponable = (action: Pick<Action, 'status' | 'origin' | 'message_id'>): boolean =>
  isOpenAction(action) && action.origin !== 'task' && action.message_id === null;

type Made = Pick<Action, 'status' | 'origin' | 'kind' | 'message_id'>;

/** An action that may be left out: what may be put off, and a letter that is made as long as nobody has posted it. */
export const isSkippable = (action: Made): boolean => isPostponable(action) || isToPost(action);

/** An action that was planned outside the scenario and may be taken back: nothing of it is on its way. */
export const isDeletable = (action: Made): boolean => action.origin === 'specific_action' && isSkippable(action);
