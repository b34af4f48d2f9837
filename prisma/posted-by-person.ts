import { Prisma } from './generated/client.ts';

// What `isPostedByPerson` (domain/messages/connectors.ts) says, as SQL. A letter without a kind is simple: null is
// tested separately, because a comparison with null is neither true nor false, and its negation would leave such
// letters out.

const isToPost = (row: 'm' | 'i') =>
  Prisma.raw(`${row}."letterKind" IS NOT NULL AND ${row}."letterKind" <> 'simple' AND NOT ${row}."viaPrintProvider"`);

/** The condition that a person posts the message `m`: a registered letter that no print provider takes. */
export const POSTED_BY_PERSON = Prisma.sql`(m.kind = 'letter' AND ${isToPost('m')})`;

/** The condition that a person posts the letter of a run's item `i`. An item with a kind of letter is a letter. */
export const ITEM_POSTED_BY_PERSON = Prisma.sql`(${isToPost('i')})`;

/** The condition on a message or an action, in Prisma's terms, that it is a letter and not a simple one. */
export const REGISTERED_LETTER = { kind: 'letter', letterKind: { not: 'simple' }, NOT: { letterKind: null } } as const;

/** The condition on a message, in Prisma's terms, that a person posts it. */
export const POSTED_BY_PERSON_WHERE = {
  ...REGISTERED_LETTER,
  viaPrintProvider: false,
} as const satisfies Prisma.MessageWhereInput;

/** The columns of the message that carries an open step which tell whether it is on its way, or uncertain. */
export const CARRIER = {
  select: {
    kind: true,
    letterKind: true,
    viaPrintProvider: true,
    reservedAt: true,
    renderedAt: true,
    actionId: true,
    status: true,
  },
} as const;
