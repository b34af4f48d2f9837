import type { LetterEventKind } from '../../domain/messages/letter-status.ts';

const HOUR_MS = 3_600_000;

type Course = readonly (readonly [event: LetterEventKind, afterHours: number])[];

const ON_PAPER: Course = [
  ['printed', 4],
  ['deposited', 8],
];
/** Nobody was at home: the letter waits at the post office for who signs for it. */
const REGISTERED: Course = [...ON_PAPER, ['first_presented', 48]];
/** The recipient is written to at once, and has 15 days to accept or refuse. */
const ELECTRONIC: Course = [
  ['deposited', 0],
  ['awaiting_signature', 0],
];

function courseOf(kind: unknown): Course {
  if (kind === 'registered') return REGISTERED;
  return kind === 'ere_simple' || kind === 'lre_qualified' ? ELECTRONIC : ON_PAPER;
}

/** What ends a letter's way. Only a person at the mailbox's page reports it, in the recipient's place. */
const ENDS: readonly string[] = [
  'delivered',
  'signed',
  'refused',
  'unclaimed',
  'undeliverable',
  'returned',
  'rejected',
] satisfies LetterEventKind[];

/**
 * What a provider would report by itself of a letter of this age, without what was `told` already, and whether nothing
 * more will come by itself. After an end nothing does.
 */
export function byItself(kind: unknown, ageMs: number, told: readonly string[]) {
  const course = told.some((event) => ENDS.includes(event)) ? [] : courseOf(kind);
  const come = course.filter(([, afterHours]) => ageMs >= afterHours * HOUR_MS);
  const events = come.map(([event]) => event).filter((event) => !told.includes(event));
  return { events, isComplete: come.length === course.length };
}
