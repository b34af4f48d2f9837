import { dayIn } from '../words/days.ts';
import type { Action } from './action-data.ts';

export type Dated = Pick<Action, 'due_on' | 'status' | 'settled_at'>;

/** The day an action is planned for; once it is done or skipped, the day on which that happened. */
export const dayOf = ({ due_on: dueOn, status, settled_at: settledAt }: Dated, timeZone: string): string =>
  settledAt && (status === 'done' || status === 'skipped') ? dayIn(settledAt, timeZone) : dueOn;
