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

/**
 * What a try taught us. `code` is for programs (the provider's own name for the error, or one of ours),
 * `detail` is a sentence for people. Nothing here throws: an exception would be one more unknown outcome.
 */
export type HandOverOutcome =
  | { kind: 'accepted'; reference: string }
  /** It may or may not have been accepted: timeout, reset, unreadable answer, 5xx, an earlier call under way. */
  | { kind: 'unknown'; code: string; detail: string }
  /** Certainly not accepted, and trying later is right: too fast, quota used up, provider never reached. */
  | { kind: 'not_accepted'; code: string; detail: string; retryAfterMs: number | null }
  /** Certainly not accepted, and nobody's mail will pass until operations mend it: wrong key, domain not verified. */
  | { kind: 'misconfigured'; code: string; detail: string }
  /**
   * Certainly not accepted in this form, and it never will be: this address, this content. With the code
   * `invalid_idempotent_request` the key had already been used for other bytes, which were accepted then.
   */
  | { kind: 'refused'; code: string; detail: string };

export interface EmailProvider {
  /** Stored with the message: `resend`, `mailbox`. */
  readonly name: string;
  /** One try, never repeated by itself. Aborting `signal` ends the wait; what had left may still be accepted. */
  send(email: OutgoingEmail, signal: AbortSignal): Promise<HandOverOutcome>;
}
