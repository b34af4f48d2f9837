import type { Action } from './action-data.ts';

/** What a dialog about an action is given. */
export interface ActionDialogProps {
  action: Action;
  close: () => void;
  /** It was decided. */
  done: () => void;
}
