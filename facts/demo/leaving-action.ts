import { ofOrigin } from '../../domain/actions/action-origin.ts';

/** A specific action that will leave by itself; its workflow is a timer. */
export const LEAVING_ACTION = {
  state: 'open',
  ...ofOrigin('specific_action'),
  mode: 'automatic',
  messageId: null,
} as const;
