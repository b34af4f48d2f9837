/**
 * What a try, one call of the provider, taught us. `code` is for programs (the provider's own name for the error, or one of ours),
 * `detail` is a sentence for people. Nothing here throws: an exception would be one more unknown outcome.
 */
export type ProviderOutcome =
  | { kind: 'accepted'; reference: string }
  /** It may or may not have been accepted: timeout, reset, unreadable answer, 5xx, an earlier call under way. */
  | { kind: 'unknown'; code: string; detail: string }
  /** Certainly not accepted, and trying later is right: too fast, quota used up, provider never reached. */
  | { kind: 'not_accepted'; code: string; detail: string; retryAfterMs: number | null }
  /** Certainly not accepted, and nobody's message will pass until operations fix it: wrong key, domain not verified. */
  | { kind: 'misconfigured'; code: string; detail: string }
  /**
   * Certainly not accepted in this form, and it never will be: this address, this content. With the code
   * `invalid_idempotent_request` the key had already been used for other bytes, which were accepted then.
   */
  | { kind: 'refused'; code: string; detail: string };
