import type { RefusalCode } from '../../domain/refusal-codes.ts';
import type { Decision } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { Verdict } from '../../workflows/messages.ts';
import type { Actor, CollectedAfterCommit, FactContext, Telling } from '../outcome.ts';
import type { MessageEdits } from '../messages/reserving/reserve-message.ts';
import { asActor } from '../stored-json.ts';

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

/** A verdict, and what follows once it is committed. */
export interface Judged extends CollectedAfterCommit {
  verdict: Verdict;
}

export type Judge = (tx: Transaction, context: FactContext, decision: AskedDecision) => Promise<Judged>;

export function readDecision(row: Decision): AskedDecision {
  return {
    id: row.id,
    actionId: row.actionId,
    invoiceId: row.invoiceId ?? '',
    args: row.args as DecisionArgs,
    actor: asActor(row.actor),
  };
}

/** Starts the message that the decision reserved itself, and `remadeIds`, messages made again for what it was not about. */
export function judgedAs(verdict: Verdict, tellings: Telling[], remadeIds: readonly string[] = []): Judged {
  const reservedIds = verdict.messageId === null ? [] : [verdict.messageId];
  return { verdict, startMessageIds: [...reservedIds, ...remadeIds], tellings };
}

export function accepted(tellings: Telling[], messageId: string | null = null, remadeIds?: readonly string[]): Judged {
  return judgedAs({ accepted: true, code: null, detail: null, messageId }, tellings, remadeIds);
}

export function refused(code: RefusalCode, detail: string): Judged {
  return judgedAs({ accepted: false, code, detail, messageId: null }, []);
}

/** One telling for each invoice that a decision changed. */
export function changedBy(invoiceIds: readonly string[], decision: string): Telling[] {
  return invoiceIds.map((invoiceId) => ({ invoiceId, signal: 'invoiceChanged' as const, data: { decision } }));
}
