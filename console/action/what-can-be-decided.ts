import type { SmsOffer } from '../providers/use-providers.ts';
import type { Action } from './action-data.ts';

const NOT_SENT_AGAIN: readonly string[] = ['ambiguous_sending', 'sent_twice'];

/**
 * Whether confirming the action sends a message: a reminder that is due and not made yet (an SMS only when a provider
 * takes it), a case that needs attention, or a message that can be sent again.
 */
export function isConfirmable(
  action: Pick<Action, 'status' | 'origin' | 'message_id' | 'kind' | 'attention_code'>,
  providers: SmsOffer | undefined,
): boolean {
  const { status, origin, message_id: messageId, kind } = action;
  if (origin === 'attention') return status === 'needs_attention';
  // For a message whose fate is unknown, a person first says whether it was sent. A message that was sent twice is not
  // sent again.
  if (origin === 'message')
    return status === 'needs_attention' && !NOT_SENT_AGAIN.includes(action.attention_code ?? '');
  const isSent = origin === 'step' || origin === 'specific_action';
  const hasMessage = kind === 'email' || kind === 'letter' || (kind === 'sms' && Boolean(providers?.sms));
  return isSent && hasMessage && messageId === null && (status === 'to_confirm' || status === 'to_do');
}

/** Whether it asks about a case that has stopped, which is decided in *Anomalies*. */
export const isStoppedStep = ({ status, origin }: Pick<Action, 'status' | 'origin'>): boolean =>
  origin === 'attention' && status === 'needs_attention';

/** Whether its letter is made and waits for the person who posts it. */
export const isToPost = ({ status, kind, message_id: messageId }: Pick<Action, 'status' | 'kind' | 'message_id'>) =>
  status === 'to_do' && kind === 'letter' && messageId !== null;

/** Whether its message is made and on its way, so that nothing about it is planned any more. */
export const isUnderWay = ({ status, message_id: messageId }: Pick<Action, 'status' | 'message_id'>) =>
  status === 'planned' && messageId !== null;

/** Whether it is neither done nor given up. */
export const isOpenAction = ({ status }: Pick<Action, 'status'>): boolean =>
  status !== 'done' && status !== 'skipped' && status !== 'cancelled';

/** Whether the action can be postponed: it is not a task of a person, and its message is not made yet. */
export const isPostponable = (action: Pick<Action, 'status' | 'origin' | 'message_id'>): boolean =>
  isOpenAction(action) && action.origin !== 'task' && action.message_id === null;

type Made = Pick<Action, 'status' | 'origin' | 'kind' | 'message_id'>;

/** Whether the action can be skipped: it can be postponed, or its letter is made and not posted yet. */
export const isSkippable = (action: Made): boolean => isPostponable(action) || isToPost(action);

/** Whether the action was planned outside the scenario and can be deleted: none of it is being sent. */
export const isDeletable = (action: Made): boolean => action.origin === 'specific_action' && isSkippable(action);
