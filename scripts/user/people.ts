import { v7 as uuidv7 } from 'uuid';
import { userInput } from '../../api/setup/users/user-body.ts';
import { hashPassword } from '../../facts/people/password.ts';
import { setPassword } from '../../facts/people/sessions.ts';
import type { Database } from '../../prisma/client.ts';

/** Adds a user; returns the sentence to print. Throws an Error with a message that says what is wrong. */
export async function addUser(
  db: Database,
  wanted: { email: string; name: string; role: string; creditor?: string },
  password: string,
): Promise<string> {
  const { email, name, role } = wanted;
  const read = userInput.safeParse({ email, name, role });
  if (!read.success) {
    throw new Error(read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'));
  }
  const creditor = await oneCreditor(db, wanted.creditor);
  const where = { creditorId_email: { creditorId: creditor.id, email: read.data.email } };
  if (await db.user.findUnique({ where }))
    throw new Error(`${read.data.email} is known at ${creditor.slug} already: use "password".`);
  const passwordHash = await hashPassword(password);
  const row = { id: uuidv7(), creditorId: creditor.id, ...read.data, phone: null, passwordHash };
  await db.user.create({ data: row });
  return `${row.email} may sign in as ${row.role} of ${creditor.slug}.`;
}

/** Gives a user a new password and ends the user's sessions. */
export async function renewPassword(
  db: Database,
  whose: { email: string; creditor?: string },
  password: string,
): Promise<string> {
  const creditor = await oneCreditor(db, whose.creditor);
  const where = { creditorId_email: { creditorId: creditor.id, email: whose.email.trim().toLowerCase() } };
  const user = await db.user.findUnique({ where });
  if (!user) throw new Error(`Nobody at ${creditor.slug} has this address.`);
  await setPassword(db, user.id, await hashPassword(password));
  return `${user.email} has a new password; what was signed in has ended.`;
}

/** One line for each user: creditor, role, address, name, whether there is a password. */
export async function listUsers(db: Database, slug?: string): Promise<string> {
  const users = await db.user.findMany({
    where: slug === undefined ? {} : { creditor: { slug } },
    include: { creditor: { select: { slug: true } } },
    orderBy: [{ creditor: { slug: 'asc' } }, { name: 'asc' }],
  });
  const lines = users.map(({ creditor, role, email, name, passwordHash }) =>
    [creditor.slug, role, email, name, passwordHash === null ? 'no password' : 'password'].join('\t'),
  );
  return lines.length > 0 ? lines.join('\n') : 'Nobody yet.';
}

async function oneCreditor(db: Database, slug: string | undefined): Promise<{ id: string; slug: string }> {
  const creditors = await db.creditor.findMany({
    where: slug === undefined ? {} : { slug },
    select: { id: true, slug: true },
    orderBy: { slug: 'asc' },
  });
  const [only, another] = creditors;
  if (!only) throw new Error(slug === undefined ? 'There is no creditor yet.' : `There is no creditor ${slug}.`);
  if (another) throw new Error(`Say --creditor: ${creditors.map((one) => one.slug).join(', ')}.`);
  return only;
}
