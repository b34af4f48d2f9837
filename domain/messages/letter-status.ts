/** What a print provider reports about a letter after it was submitted, in our own terms. */
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
  /** The letter came back to its sender, and the provider does not say why. */
  'returned',
  /** The provider will not produce the letter after all. */
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

/** How far each status is along a letter's way. Statuses of the same rank exclude each other. */
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

/** The current state of a letter. */
export interface LetterStanding<Status extends string = string> {
  status: Status;
  /** The letter came back without a reason: its status is concluded from earlier events. */
  isUnexplained: boolean;
}

/** Statuses that show the letter reached the recipient's address. */
const ARRIVALS: readonly string[] = ['first_presented', 'awaiting_signature', 'delivered'];

/** Events that say why a letter came back, or that it was signed for after all. */
const EXPLANATIONS = ['signed', 'refused', 'unclaimed', 'undeliverable'] as const;

/**
 * The state of a letter after an event; null when it does not change. Events arrive in any order and more than once, so
 * a status never goes back and a final one stays. A letter delivered in person that comes back without a reason is
 * `unclaimed` if a notice was left or it was reported as delivered, otherwise `undeliverable`. That is a conclusion: a
 * late event of arrival, or the reason, corrects it. A simple letter that comes back is always `undeliverable`: whoever
 * found it in the box gave it back.
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
  // A letter that was posted can no longer be rejected.
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

/**
 * Whether the letter is handed over against a signature or a code, by the postman or electronically; a simple letter is
 * left in the box.
 */
export function isHandedOverInPerson(letterKind: string | null): boolean {
  return letterKind !== null && letterKind !== 'simple';
}

/** Whether the letter's status is final; a proof may still come. */
export function isLetterOver(status: string): boolean {
  return RANK[status] === RANK['signed'];
}

/**
 * Whether the customer counts as having received the letter: it was delivered, refused or not fetched. A simple
 * electronic delivery does not have the value of a registered letter (eIDAS article 43): refusing or not fetching it
 * proves nothing.
 */
export function countsAsNotified(status: string, letterKind: string | null): boolean {
  const had = status === 'delivered' || status === 'signed';
  return had || (letterKind !== 'ere_simple' && (status === 'refused' || status === 'unclaimed'));
}

const HOUR_MS = 3_600_000;
const HALF_DAY_MS = 12 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;
/**
 * A registered letter waits 15 days at the post office and needs time to come back; its scanned receipt comes later
 * still.
 */
const LONGEST_MS = 60 * DAY_MS;

/**
 * When to ask the provider about a letter in case no webhook reports on it: twice a day, for two months. After a
 * question without an answer, an hour later. Null when it is not asked any more.
 */
export function nextFollowAt(letter: { sentAt: Date; isComplete: boolean; answered: boolean }, at: Date): Date | null {
  if (letter.isComplete || at.getTime() - letter.sentAt.getTime() > LONGEST_MS) return null;
  return new Date(at.getTime() + (letter.answered ? HALF_DAY_MS : HOUR_MS));
}
