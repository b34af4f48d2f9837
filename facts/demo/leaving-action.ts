import { SPECIFIC_ACTION } from '../../domain/actions/specific-action.ts';

/** A specific action that is still to leave by itself: its workflow is a timer. */
export const LEAVING_ACTION = {
  state: 'open',
  origin: SPECIFIC_ACTION,
  mode: 'automatic',
  messageId: null,
} as const;
