/** What a print provider says of a letter after the fact, whatever its own words are. */
export const LETTER_EVENTS = [
  'accepted',
  'printed',
  'deposited',
  'first_presented',
  'awaiting_signature',
  'delivered',
  'signed',
  'refused',
  'unclaimed',
  'undeliverable',
  /** Back at its sender, and the provider does not say why. */
  'returned',
  /** The provider will not make it after all. */
  'rejected',
] as const;
export type LetterEventKind = (typeof LETTER_EVENTS)[number];

export type LetterStatus =
  | 'printed'
  | 'deposited'
  | 'first_presented'
  | 'awaiting_signature'
  | 'delivered'
  | 'signed'
  | 'refused'
  | 'unclaimed'
  | 'undeliverable'
  | 'failed';

/** How far a letter is. Those of the same rank exclude each other. */
const RANK: Record<string, number> = {
  sending: 1,
  ambiguous: 1,
  sent: 2,
  printed: 3,
  deposited: 4,
  first_presented: 5,
  awaiting_signature: 5,
  delivered: 6,
  signed: 7,
  refused: 7,
  unclaimed: 7,
  undeliverable: 7,
  failed: 7,
};

/** How a letter stands. */
export interface LetterStanding<Status extends string = string> {
  status: Status;
  /** It came back and nobody has said why: what it is called is concluded from what was told of it before. */
  isUnexplained: boolean;
}

/** What says that the letter was at the recipient's. */
const ARRIVALS: readonly string[] = ['first_presented', 'awaiting_signature', 'delivered'];

/** What says why a letter came back, or that it was signed for after all. */
const EXPLANATIONS = ['signed', 'refused', 'unclaimed', 'undeliverable'] as const;

/**
 * How a letter stands after an event; null when it stays as it is. Events arrive in any order and more than once,
 * so a status never goes back, and what is final stays. One that is handed over in person and comes back was not claimed if a
 * notice of it was left, or it is said to have been delivered; else it could not be delivered. That is a conclusion: such an
 * arrival told of late, or the reason, corrects it. A simple letter that comes back could not be delivered, whatever was told:
 * whoever found it in his box gave it back.
 */
export function letterAfter(
  { status, isUnexplained }: LetterStanding,
  event: LetterEventKind,
  { inPerson }: { inPerson: boolean },
): LetterStanding<LetterStatus> | null {
  if (isUnexplained) {
    const reason = EXPLANATIONS.find((one) => one === event);
    if (reason) return { status: reason, isUnexplained: false };
    const hasArrived = inPerson && ARRIVALS.includes(event) && status === 'undeliverable';
    return hasArrived ? { status: 'unclaimed', isUnexplained } : null;
  }
  const reported = reportedBy(status, event, inPerson);
  const rank = RANK[status];
  if (!reported || rank === undefined) return null;
  // What has been posted cannot be rejected any more.
  if (reported === 'failed' && rank > RANK['sent']!) return null;
  return RANK[reported]! > rank ? { status: reported, isUnexplained: event === 'returned' } : null;
}

function reportedBy(status: string, event: LetterEventKind, inPerson: boolean): LetterStatus | null {
  switch (event) {
    case 'accepted':
      return null;
    case 'returned':
      return inPerson && ARRIVALS.includes(status) ? 'unclaimed' : 'undeliverable';
    case 'rejected':
      return 'failed';
    default:
      return event;
  }
}

/** Against a signature or a code, by the postman or by electronic mail; a simple letter is left in the box. */
export function isHandedOverInPerson(letterKind: string | null): boolean {
  return letterKind !== null && letterKind !== 'simple';
}

/** Nothing more is to be heard of it, but for a proof that may still come. */
export function isLetterOver(status: string): boolean {
  return RANK[status] === RANK['signed'];
}

/**
 * The customer is held to have received it: he had it, or did not want it, or did not fetch it. A simple electronic delivery is worth no
 * registered letter (eIDAS article 43): of what he did not want or fetch there it proves nothing.
 */
export function countsAsNotified(status: string, letterKind: string | null): boolean {
  const had = status === 'delivered' || status === 'signed';
  return had || (letterKind !== 'ere_simple' && (status === 'refused' || status === 'unclaimed'));
}

const HOUR_MS = 3_600_000;
const HALF_DAY_MS = 12 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;
/** A registered letter waits 15 days at the post office and takes its time back; its scanned receipt comes later still. */
const LONGEST_MS = 60 * DAY_MS;

/**
 * When the provider is asked about a letter should no webhook tell of it: twice a day, for two months. An unanswered
 * question is asked again after an hour. Null: no more.
 */
export function nextFollowAt(letter: { sentAt: Date; isComplete: boolean; answered: boolean }, at: Date): Date | null {
  if (letter.isComplete || at.getTime() - letter.sentAt.getTime() > LONGEST_MS) return null;
  return new Date(at.getTime() + (letter.answered ? HALF_DAY_MS : HOUR_MS));
}
