import type { Action } from './action-data.ts';

/** The props of every dialog about an action. */
export interface ActionDialogProps {
  action: Action;
  close: () => void;
  /** Called when the decision has been stored. */
  done: () => void;
}
