import type { ProviderOutcome } from '../../domain/messages/provider-outcome.ts';

export interface OutgoingSms {
  /** The message's id, a UUID. */
  reference: string;
  /** A mobile number in E.164: `+33612345678`. */
  to: string;
  /** 3 to 11 letters and digits. */
  sender: string;
  text: string;
  /** True when the text has characters outside the GSM alphabet. */
  unicode: boolean;
}

export type SmsState =
  | { kind: 'found'; providerReference: string; event: 'sent' | 'delivered' | 'failed'; detail: string }
  | { kind: 'not_found' }
  | { kind: 'no_answer'; code: string };

export interface SmsProvider {
  /** Stored with the message: `brevo`, `mailbox`. */
  readonly name: string;
  /**
   * Whether sending the same reference twice makes one SMS. If not, a try with an unknown outcome is never repeated: the
   * provider is asked about it.
   */
  readonly isIdempotent: boolean;
  /** One try, never repeated by itself; never throws. */
  send(sms: OutgoingSms, signal: AbortSignal): Promise<ProviderOutcome>;
  /** Asks what became of an SMS; sends nothing, never throws. */
  ask(query: { reference: string; to: string }, signal: AbortSignal): Promise<SmsState>;
}
