import type { Part } from './customers.ts';
import type { DebtorKind } from './demo-types.ts';

/**
 * What happens to an invoice. `notice`: a registered letter that waits for confirmation; `released`: the step after a
 * litigation, a rejected dispute or a reversal; `coming`: an automatic mail of the next working days; `far`: not due
 * yet.
 */
export type StoryKind =
  | 'paid'
  | 'cancelled'
  | 'written_off'
  | 'litigation'
  | 'dispute'
  | 'promise'
  | 'pause'
  | 'customer_pause'
  | 'bounced'
  | 'no_recipient'
  | 'exhausted'
  | 'notice'
  | 'released'
  | 'covered'
  | 'due_by_hand'
  | 'coming'
  | 'coming_notice'
  | 'coming_by_hand'
  | 'far';

interface Cast {
  kind: StoryKind;
  count: number;
  /** How many of them follow « Relance à la main ». */
  byHand: number;
  parts: readonly Part[];
  kinds: readonly DebtorKind[];
}

export interface Story {
  kind: StoryKind;
  /** From 0, among the stories of its kind. */
  index: number;
  byHand: boolean;
  parts: readonly Part[];
  kinds: readonly DebtorKind[];
}

const ANYONE = ['consumer', 'professional', 'public'] as const;
const PAYS_LATER = ['professional', 'public'] as const;
const ALL_PARTS = ['ordinary', 'no_email', 'paused', 'covered', 'bouncing'] as const;
/** Letters and a person's own work reach customers without an e-mail address too. */
const BY_POST = ['ordinary', 'no_email'] as const;
const BY_MAIL = ['ordinary'] as const;

/** 250 invoices, a third of them by hand. */
const CASTS: readonly Cast[] = [
  { kind: 'paid', count: 48, byHand: 24, parts: ALL_PARTS, kinds: ANYONE },
  { kind: 'cancelled', count: 7, byHand: 4, parts: ALL_PARTS, kinds: ANYONE },
  { kind: 'written_off', count: 6, byHand: 2, parts: BY_POST, kinds: ANYONE },
  { kind: 'litigation', count: 9, byHand: 3, parts: BY_POST, kinds: ANYONE },
  { kind: 'dispute', count: 9, byHand: 3, parts: BY_MAIL, kinds: ANYONE },
  { kind: 'promise', count: 9, byHand: 3, parts: BY_MAIL, kinds: ANYONE },
  { kind: 'pause', count: 7, byHand: 3, parts: BY_MAIL, kinds: ANYONE },
  { kind: 'customer_pause', count: 6, byHand: 0, parts: ['paused'], kinds: ANYONE },
  { kind: 'bounced', count: 3, byHand: 0, parts: ['bouncing'], kinds: ANYONE },
  { kind: 'no_recipient', count: 3, byHand: 0, parts: ['no_email'], kinds: ANYONE },
  { kind: 'exhausted', count: 10, byHand: 5, parts: BY_POST, kinds: ANYONE },
  { kind: 'notice', count: 12, byHand: 0, parts: BY_POST, kinds: ANYONE },
  { kind: 'released', count: 4, byHand: 0, parts: BY_MAIL, kinds: ANYONE },
  { kind: 'covered', count: 2, byHand: 0, parts: ['covered'], kinds: PAYS_LATER },
  { kind: 'due_by_hand', count: 24, byHand: 24, parts: BY_POST, kinds: ANYONE },
  { kind: 'coming', count: 66, byHand: 0, parts: BY_MAIL, kinds: ANYONE },
  { kind: 'coming_notice', count: 6, byHand: 0, parts: BY_POST, kinds: ANYONE },
  { kind: 'coming_by_hand', count: 12, byHand: 12, parts: BY_POST, kinds: ANYONE },
  { kind: 'far', count: 7, byHand: 0, parts: BY_MAIL, kinds: PAYS_LATER },
];

export const STORIES: readonly Story[] = CASTS.flatMap(({ kind, count, byHand, parts, kinds }) =>
  Array.from({ length: count }, (_, index) => ({
    kind,
    index,
    parts,
    kinds,
    // Spread evenly over the stories of a kind, so that those by hand differ in everything else.
    byHand: Math.floor(((index + 1) * byHand) / count) > Math.floor((index * byHand) / count),
  })),
);
