import { Prisma } from '../../prisma/generated/client.ts';

/** Without a print provider that takes it, a registered letter waits for a person who prints and posts it. */
export function isPostedByPerson(letter: {
  kind: string;
  letterKind: string | null;
  viaPrintProvider?: boolean;
}): boolean {
  if (letter.viaPrintProvider) return false;
  return letter.kind === 'letter' && letter.letterKind !== null && letter.letterKind !== 'simple';
}

/** The same of a message `m`, said to the database. */
export const POSTED_BY_PERSON = Prisma.sql`(m.kind = 'letter' AND m."letterKind" <> 'simple' AND NOT m."viaPrintProvider")`;
