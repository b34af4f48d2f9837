import type { LetterKind } from '../../domain/ladder/step.ts';
import type { LetterEventKind } from '../../domain/messages/letter-status.ts';
import type { ProviderOutcome } from '../../domain/messages/provider-outcome.ts';

/** A postal address; at most four lines besides the name. `country` is an ISO 3166 code. */
export interface PostalAddress {
  name: string;
  isCompany: boolean;
  /** The person addressed, in a line of 38 characters; left out where there is no room for it. */
  attention?: string | null;
  lines: readonly string[];
  postalCode: string;
  city: string;
  country: string;
  email: string | null;
}

/** A letter with its final bytes: every try with the same `reference` must carry the same bytes. */
export interface OutgoingLetter {
  /** The message's id, a UUID: the only identifier of ours that the provider gets. */
  reference: string;
  kind: LetterKind;
  pdf: Uint8Array;
  sender: PostalAddress;
  recipient: PostalAddress;
  /** True when a consumer's consent to registered letters by e-mail is on record, or when none is needed. */
  consent: boolean;
  /** What the recipient of an electronic letter reads beside the sender's name. */
  title: string;
  /** True when it was tried before: what an earlier try has left at the provider is removed first. */
  isRetry: boolean;
  /** True when an earlier try ended without a known outcome: nothing new is made until the provider says what became of it. */
  isUnsure: boolean;
}

/** The outcome of a try, as with a mail; for an accepted letter it may include the price. */
export type LetterOutcome =
  | Exclude<ProviderOutcome, { kind: 'accepted' }>
  | { kind: 'accepted'; reference: string; postageCents: number | null };

/** `deposit`: the post took it. `receipt`: signed. `undelivered`: the envelope that came back. `download`: opened on line. */
export type ProofKind = 'deposit' | 'content' | 'receipt' | 'refusal' | 'unclaimed' | 'undelivered' | 'download';

export interface LetterProof {
  kind: ProofKind;
  filename: string;
  contentType: 'application/pdf' | 'image/jpeg' | 'image/png';
  bytes: Uint8Array;
}

/** Something that happened to a letter. */
export interface LetterEvent {
  /** Our message's id; null when the provider named only its own. */
  reference: string | null;
  providerReference: string | null;
  event: LetterEventKind | null;
  trackingNumber: string | null;
  proof: LetterProof | null;
  /** The provider's own words; at most 500 characters. */
  detail: string;
  /** True when there is more to be fetched (a proof, a reason, the price): ask soon. */
  askSoon: boolean;
}

/** What the provider answers when it is asked about one letter. */
export type LetterState =
  | {
      kind: 'found';
      providerReference: string;
      /** All that is known, oldest first. */
      events: readonly LetterEventKind[];
      trackingNumber: string | null;
      postageCents: number | null;
      proofs: readonly LetterProof[];
      /** True when every proof that this letter will ever have has been received. */
      isComplete: boolean;
      detail: string;
    }
  | { kind: 'not_found' }
  | { kind: 'no_answer'; code: string };

/**
 * The letter that the provider is asked about. `known` lists the proofs that are already stored and need not be fetched
 * again.
 */
export interface LetterQuery {
  reference: string;
  providerReference: string | null;
  trackingNumber: string | null;
  kind: LetterKind;
  known: readonly ProofKind[];
  /**
   * How long ago it left, on the product's clock. Only the local mailbox needs it, which would not know otherwise how far a
   * demonstration has moved.
   */
  ageMs: number;
}

export interface PrintProvider {
  /** Stored with the message: `merci_facteur`, `maileva`, `mailbox`. */
  readonly name: string;
  /** One try, never repeated by itself; never throws. */
  submit(letter: OutgoingLetter, signal: AbortSignal): Promise<LetterOutcome>;
  /** Asks what became of a letter; sends nothing, never throws. */
  ask(query: LetterQuery, signal: AbortSignal): Promise<LetterState>;
}
