import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CaseFacts, CaseState } from '../domain/case/state.ts';

/**
 * The payload of a fact's signal: when it happened on the product's clock, and the resulting state. Without `facts` the
 * signal comes from operations (Temporal UI or CLI), and an activity stores the fact first.
 */
export interface FactMessage {
  at?: string;
  facts?: CaseFacts;
  /** The fact itself, without personal data: amounts, days, ids. */
  data?: Record<string, unknown>;
}

export const FACT_SIGNALS = [
  'paymentReceived',
  'paymentReversed',
  'creditNoteIssued',
  'promiseReceived',
  'promiseWithdrawn',
  'litigationOpened',
  'litigationClosed',
  'disputeOpened',
  'disputeResolved',
  'pauseSet',
  'pauseLifted',
  'invoiceChanged',
  'messageSettled',
] as const;
export type FactSignalName = (typeof FACT_SIGNALS)[number];

export const factSignal = (name: FactSignalName) => defineSignal<[FactMessage]>(name);

/** The payload of a decision: the id of a stored decision, whose content stays in Postgres. */
export interface DecisionMessage {
  decisionId: string;
}

export interface Verdict {
  accepted: boolean;
  /** Machine-readable reason of a refusal: `already_handed_over`, `held`, `not_due`… */
  code: string | null;
  detail: string | null;
  messageId: string | null;
}

export const DECISION_UPDATES = ['confirmStep', 'skipStep', 'postponeStep', 'setLevel'] as const;
export type DecisionName = (typeof DECISION_UPDATES)[number];

export const decisionUpdate = (name: DecisionName) => defineUpdate<Verdict, [DecisionMessage]>(name);

export const statusQuery = defineQuery<CaseState>('status');

/** To a message's workflow: a webhook, the provider or a person settled an outcome that was unknown. */
export const outcomeSettledSignal = defineSignal<[{ outcome: 'sent' | 'not_sent'; at: string }]>('outcomeSettled');

/** To a message's workflow: the line that it waits for has moved, so that it may try. */
export const sendingLineSignal = defineSignal('sendingLineMoved');

/** To the workflow of a specific action: its day, or one of its invoices, has changed. */
export const specificActionSignal = defineSignal('specificActionChanged');

/** The input of a new workflow contains only ids: the first activity loads the rest. */
export interface InvoiceInput {
  creditorId: string;
  invoiceId: string;
  /** State that a continued run starts from. */
  state?: CaseState;
}
export interface MessageInput {
  creditorId: string;
  messageId: string;
}
export interface SpecificActionInput {
  creditorId: string;
  actionId: string;
}
export interface RunInput {
  creditorId: string;
  runId: string;
}
export interface ImportInput {
  creditorId: string;
  importId: string;
}
export interface ReconciliationInput {
  creditorId: string;
}
export interface GroupsInput {
  creditorId: string;
  /** Progress that a continued run starts from: the last customer done, the instant, and the sums so far. */
  done?: { after: string; at: string; customers: number; changed: number };
}
/** How many customers were looked at, and how many of them changed groups. */
export interface GroupsResult {
  customers: number;
  changed: number;
}
