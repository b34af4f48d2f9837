import { defineSignal } from '@temporalio/workflow';

/** The task queue of the bare worker. */
export const BARE_QUEUE = 'bare';

/** A case without business: so many reminders, each so many milliseconds after the last. */
export interface BareLife {
  reminders: number;
  delayMs: number;
}

/** What the bare worker tells whoever drives a life: planned, and when the next timer fires; null, there is no more. */
export interface BareNews {
  workflowId: string;
  dueAt: string | null;
}

export const paidSignal = defineSignal('paid');
export const settledSignal = defineSignal('settled');
