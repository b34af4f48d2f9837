import { Prisma } from './generated/client.ts';

// What `isPostedByPerson` (domain/messages/connectors.ts) says of one message, said to the database. Null, the kind of a letter is
// simple: said apart, since what is compared with null is neither true nor false, and its contrary would leave such letters out.

const isToPost = (row: 'm' | 'i') =>
  Prisma.raw(`${row}."letterKind" IS NOT NULL AND ${row}."letterKind" <> 'simple' AND NOT ${row}."viaPrintProvider"`);

/** Of a message `m`. */
export const POSTED_BY_PERSON = Prisma.sql`(m.kind = 'letter' AND ${isToPost('m')})`;

/** Of an item `i` of a run, whose kind of letter says that it is one. */
export const ITEM_POSTED_BY_PERSON = Prisma.sql`(${isToPost('i')})`;

/** Of a message or an action: a letter that is not simple. */
export const REGISTERED_LETTER = { kind: 'letter', letterKind: { not: 'simple' }, NOT: { letterKind: null } } as const;

/** Of a message, in Prisma's words. */
export const POSTED_BY_PERSON_WHERE = {
  ...REGISTERED_LETTER,
  viaPrintProvider: false,
} as const satisfies Prisma.MessageWhereInput;

/** What is read of the message that carries an open step, to tell whether it is on its way. */
export const CARRIER = {
  select: { kind: true, letterKind: true, viaPrintProvider: true, reservedAt: true, actionId: true },
} as const;
