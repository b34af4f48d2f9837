import type { Channel, LetterKind, StepMode } from '../ladder/step.ts';
import { isPostedByPerson } from '../messages/connectors.ts';

export const ACTION_STATUSES = [
  'planned',
  'to_do',
  'to_confirm',
  'needs_attention',
  'done',
  'skipped',
  'cancelled',
] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export interface ActionSnapshot {
  nowAt: string;
  state: 'open' | 'done' | 'skipped' | 'cancelled';
  dueAt: string;
  kind: Channel;
  letterKind: LetterKind | null;
  mode: StepMode;
  attentionCode: string | null;
  /** The message that was made of it, if any. */
  messageId: string | null;
  /** Of that message: a print provider takes it, so that nobody is to post it. */
  viaPrintProvider: boolean;
  /** Messages that a person sent beside it carry all its steps: there is nothing to decide about it until they are settled. */
  isCarried: boolean;
}

/**
 * API.md's `status` of an action, derived and never stored; facts/actions/action-filter.ts says the same to the database.
 * What is to come, or is being sent, is `planned`; a registered letter that is made and no print provider takes is `to_do` until a person posted it.
 */
export function actionStatus(action: ActionSnapshot): ActionStatus {
  if (action.state !== 'open') return action.state;
  if (Date.parse(action.dueAt) > Date.parse(action.nowAt)) return 'planned';
  if (action.attentionCode !== null) return 'needs_attention';
  if (action.messageId !== null) return isPostedByPerson(action) ? 'to_do' : 'planned';
  if (action.isCarried || action.mode === 'automatic') return 'planned';
  return action.mode === 'manual' ? 'to_do' : 'to_confirm';
}
