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
  /** Whether a print provider takes that message, so that nobody has to post it. */
  viaPrintProvider: boolean;
  /**
   * Messages that a person sent outside the plan carry all its steps: there is nothing to decide about this action
   * until they are settled.
   */
  isCarried: boolean;
}

/**
 * The `status` of an action in the API, derived and never stored; facts/actions/action-filter.ts states the same rule
 * in SQL. An action that is still to come or is being sent is `planned`. A finished registered letter that no print
 * provider takes is `to_do` until a person has posted it.
 */
export function actionStatus(action: ActionSnapshot): ActionStatus {
  if (action.state !== 'open') return action.state;
  if (Date.parse(action.dueAt) > Date.parse(action.nowAt)) return 'planned';
  if (action.attentionCode !== null) return 'needs_attention';
  if (action.messageId !== null) return isPostedByPerson(action) ? 'to_do' : 'planned';
  if (action.isCarried || action.mode === 'automatic') return 'planned';
  return action.mode === 'manual' ? 'to_do' : 'to_confirm';
}
