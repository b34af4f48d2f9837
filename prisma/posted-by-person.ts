import { Prisma } from './generated/client.ts';

// What `isPostedByPerson` (domain/messages/connectors.ts) says of one message, said to the database. Null, the kind of a letter is
// simple: said apart, since what is compared with null is neither true nor false, and its contrary would leave such letters out.

const isToPost = (row: 'm' | 'i') =>
  Prisma.raw(`${row}."letterKind" IS NOT NULL AND ${row}."letterKind" <> 'simple' AND NOT ${row}."viaPrintProvider"`);

/** The condition on a message `m` that a person posts it: a registered letter that no print provider takes. */
export const POSTED_BY_PERSON = Prisma.sql`(m.kind = 'letter' AND ${isToPost('m')})`;

/** The condition on an item `i` of a run that a person posts it. An item with a kind of letter is a letter. */
export const ITEM_POSTED_BY_PERSON = Prisma.sql`(${isToPost('i')})`;

/** The condition on a message or an action, in Prisma's words, that it is a letter and not a simple one. */
export const REGISTERED_LETTER = { kind: 'letter', letterKind: { not: 'simple' }, NOT: { letterKind: null } } as const;

/** The condition on a message, in Prisma's words, that a person posts it. */
export const POSTED_BY_PERSON_WHERE = {
  ...REGISTERED_LETTER,
  viaPrintProvider: false,
} as const satisfies Prisma.MessageWhereInput;

/** What is read of the message that carries an open step, to tell whether it is on its way, or whether nobody knows. */
export const CARRIER = {
  select: { kind: true, letterKind: true, viaPrintProvider: true, reservedAt: true, actionId: true, status: true },
} as const;
