import { defineSignal } from '@temporalio/workflow';

/** The task queue of the bare worker. */
export const BARE_QUEUE = 'bare';
/** The task queue of the bare worker whose activities do the least real work. */
export const LEAST_QUEUE = 'least';

/** A case without business rules: the number of reminders, and the milliseconds between them. */
export interface BareLife {
  reminders: number;
  delayMs: number;
}

/** What the bare worker reports to the measurement after planning: when the next timer fires, or null when there is none. */
export interface BareNews {
  workflowId: string;
  dueAt: string | null;
}

export const paidSignal = defineSignal('paid');
export const settledSignal = defineSignal('settled');
