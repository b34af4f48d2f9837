import type { Connectors } from '../domain/messages/connectors.ts';
import type { FactSignalName } from '../workflows/messages.ts';

/** Who did it, as history shows it. `id` is the user's, when there is one. */
export interface Actor {
  kind: 'user' | 'key' | 'system' | 'provider';
  name: string;
  id?: string;
}

/** What every fact is stored with. `at` is the caller's instant, on the product's clock. */
export interface FactContext {
  creditorId: string;
  at: Date;
  actor: Actor;
  /** The API key that posted it, when one did. */
  keyId?: string;
  /** The request that posted it, when it has an Idempotency-Key: the same for each repeat, and for no other. */
  requestKey?: string;
  /** What can be sent besides mails; absent: nothing. */
  connectors?: Connectors;
  /** Where the local mailbox shows what it took; absent: not known here. */
  mailboxUrl?: string;
}

/** What one invoice's workflow is to be told once the fact is committed. */
export interface Telling {
  invoiceId: string;
  signal: FactSignalName;
  /** The fact without personal data, for whoever reads the history in the Temporal UI. */
  data: Record<string, unknown>;
}

/** What is done once a fact or a decision is committed. If it is lost, the reconciliation finds both. */
export interface AfterCommit {
  /** Messages whose workflows are started, before any case is told. Absent: none. */
  startMessageIds?: string[];
  tellings: Telling[];
}

/** An `AfterCommit` that is collected while a transaction goes on. */
export type CollectedAfterCommit = Required<AfterCommit>;

export const nothingAfterCommit = (): CollectedAfterCommit => ({ startMessageIds: [], tellings: [] });

/** A message whose hand-over was committed before the fact, and whose outcome is open: the fact came too late for it. */
export interface HandedOver {
  message_id: string;
  invoice_number: string;
}

/** What a stored fact gives back. `replayed`: the same fact had been stored before, and nothing was written. */
export interface FactOutcome<Answer> extends AfterCommit {
  answer: Answer;
  replayed: boolean;
  handedOver: HandedOver[];
}
