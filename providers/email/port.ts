import type { ProviderOutcome } from '../../domain/messages/provider-outcome.ts';

/** An e-mail with its final bytes: every try with the same `idempotencyKey` must carry the same bytes. */
export interface OutgoingEmail {
  /** `Name <address>` as `formatMailbox` writes it, or a bare address. */
  from: string;
  to: string[];
  cc?: string[];
  replyTo?: string;
  subject: string;
  html: string;
  text: string;
  attachments: { filename: string; contentType: string; content: Uint8Array }[];
  /** ASCII letters, digits, `_` and `-` only. The tag `message_id` comes back in webhooks as `messageTag`. */
  tags: { name: string; value: string }[];
  /** 1–256 characters. The provider remembers it for 24 hours. */
  idempotencyKey: string;
}

/** The mail that the provider is asked about. */
export interface LookUpQuery {
  /** The value of the mail's tag `message_id`. */
  messageTag: string;
  to: string[];
  subject: string;
  /** The machine's time of the first try; the provider cannot have anything older. */
  sinceAt: Date;
}

/** How far a look-up has come; plain JSON without personal data. */
export interface LookUpCursor {
  /** The list that is being read; null when both have been read. */
  list: 'mails' | 'calls' | null;
  /** The last entry of the previous page. */
  after: string | null;
  /** Mails to the same recipients with the same subject, which may be ours. */
  candidates: { id: string; createdAt: string; event: LookedUpEvent }[];
  /** Calls that may have made a candidate and are still to be read, nearest in time first. */
  calls: { id: string; offMs: number }[];
}

/** `suppressed`: bounced for good, because the provider no longer accepts anything for this address. */
export type LookedUpEvent = 'sent' | 'delivered' | 'bounced' | 'suppressed' | 'complained' | 'failed';

/**
 * The result of a look-up, which never guesses. `found`: the call that made this mail carried our tag. `not_found` only
 * says that no such call was seen.
 */
export type LookUp =
  | { kind: 'found'; reference: string; event: LookedUpEvent }
  | { kind: 'more'; cursor: LookUpCursor }
  | { kind: 'not_found' }
  | { kind: 'no_answer'; code: string };

export interface EmailProvider {
  /** Stored with the message: `resend`, `mailbox`. */
  readonly name: string;
  /** One try, never repeated by itself. Aborting `signal` ends the wait; a request already sent may still be accepted. */
  send(email: OutgoingEmail, signal: AbortSignal): Promise<ProviderOutcome>;
  /** One request of a look-up, from the start when `cursor` is null. Sends nothing, never throws. */
  lookUp(query: LookUpQuery, cursor: LookUpCursor | null, signal: AbortSignal): Promise<LookUp>;
}
