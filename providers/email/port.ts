import type { ProviderOutcome } from '../../domain/messages/provider-outcome.ts';

/** An e-mail whose bytes are final: every try of the same `idempotencyKey` must carry the same bytes. */
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

/** Of which mail the provider is asked. */
export interface LookUpQuery {
  /** The value of the mail's tag `message_id`. */
  messageTag: string;
  to: string[];
  subject: string;
  /** The machine's time of the first try; the provider can have nothing older. */
  sinceAt: Date;
}

/** How far a look-up has come; plain JSON without personal data. */
export interface LookUpCursor {
  /** The list that is being read; null: both have been. */
  list: 'mails' | 'calls' | null;
  /** The last entry of the page before. */
  after: string | null;
  /** Mails to the same recipients with the same subject: perhaps ours. */
  candidates: { id: string; createdAt: string; event: LookedUpEvent }[];
  /** Calls that may have made a candidate, still to be read, the nearest in time first. */
  calls: { id: string; offMs: number }[];
}

/** `suppressed`: bounced for good, since the provider takes nothing for this address any more. */
export type LookedUpEvent = 'sent' | 'delivered' | 'bounced' | 'suppressed' | 'complained' | 'failed';

/**
 * What a look-up taught us; it never guesses. `found`: the call that made this mail carried our tag. `not_found` says only
 * that no such call was seen.
 */
export type LookUp =
  | { kind: 'found'; reference: string; event: LookedUpEvent }
  | { kind: 'more'; cursor: LookUpCursor }
  | { kind: 'not_found' }
  | { kind: 'no_answer'; code: string };

export interface EmailProvider {
  /** Stored with the message: `resend`, `mailbox`. */
  readonly name: string;
  /** One try, never repeated by itself. Aborting `signal` ends the wait; what had left may still be accepted. */
  send(email: OutgoingEmail, signal: AbortSignal): Promise<ProviderOutcome>;
  /** One request of a look-up, from the start when `cursor` is null. Sends nothing, never throws. */
  lookUp(query: LookUpQuery, cursor: LookUpCursor | null, signal: AbortSignal): Promise<LookUp>;
}
