import type { RefusalCode } from '../../domain/refusal-codes.ts';
import type { Decision } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { Verdict } from '../../workflows/messages.ts';
import type { Actor, FactContext, Telling } from '../outcome.ts';
import type { MessageEdits } from '../messages/reserve-message.ts';

/** What a person asked for; which fields are set depends on the kind of decision. Days are local dates. */
export interface DecisionArgs {
  edits?: MessageEdits;
  /** The version of the draft that the person confirms. */
  draftVersion?: string;
  reason?: string;
  /** A comment on a confirmation; kept with the action and in history. */
  comment?: string;
  untilOn?: string;
  level?: number;
}

/** A stored decision, read back to be judged. */
export interface AskedDecision {
  id: string;
  actionId: string | null;
  invoiceId: string;
  args: DecisionArgs;
  actor: Actor;
}

/** A verdict, the cases to tell about it, and the messages to start. */
export interface Judged {
  verdict: Verdict;
  tellings: Telling[];
  /** Messages to start that were remade for invoices which the decision was not about. */
  remadeIds?: readonly string[];
}

/** The messages that a decision starts: the one it reserved, and those remade because of it. */
export const toStart = ({ verdict: { messageId }, remadeIds = [] }: Judged): string[] =>
  messageId === null ? [...remadeIds] : [messageId, ...remadeIds];

export type Judge = (tx: Transaction, context: FactContext, decision: AskedDecision) => Promise<Judged>;

export function readDecision(row: Decision): AskedDecision {
  return {
    id: row.id,
    actionId: row.actionId,
    invoiceId: row.invoiceId ?? '',
    args: row.args as DecisionArgs,
    actor: row.actor as unknown as Actor,
  };
}

export function accepted(tellings: Telling[], messageId: string | null = null): Judged {
  return { verdict: { accepted: true, code: null, detail: null, messageId }, tellings };
}

export function refused(code: RefusalCode, detail: string): Judged {
  return { verdict: { accepted: false, code, detail, messageId: null }, tellings: [] };
}

/** One telling for each invoice that a decision changed. */
export function changedBy(invoiceIds: readonly string[], decision: string): Telling[] {
  return invoiceIds.map((invoiceId) => ({ invoiceId, signal: 'invoiceChanged' as const, data: { decision } }));
}
