import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Database, Transaction } from '../../prisma/client.ts';
import { sha256 } from '../content-hash.ts';
import { CHANNEL_COLUMNS } from '../creditors/channel-choice.ts';

const HOUR_MS = 3_600_000;
/** A session ends after this time, even when it is in use. */
const SESSION_MS = 12 * HOUR_MS;
/** A session ends after this time without a request. */
const IDLE_MS = 2 * HOUR_MS;
/** `lastSeenAt` is written at most this often, so that reading a page does not write. */
const SEEN_EVERY_MS = 60_000;

/** The settings that every request needs. */
const OF_EVERY_REQUEST = { ...CHANNEL_COLUMNS, timeZone: true, currency: true } as const;

const hashOf = (token: string): string => sha256(token);

/**
 * Signs a user in: creates a session with a new token, of which only the hash is stored, and deletes expired sessions.
 * Their times come from the machine's clock: the demonstration's clock jumps over days, and the user who moved it stays
 * signed in.
 */
export async function openSession(
  db: Database,
  user: { id: string; creditorId: string },
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  const id = uuidv7();
  const expiresAt = new Date(now.getTime() + SESSION_MS);
  await db.session.deleteMany({ where: isOver(now) });
  const whose = { creditorId: user.creditorId, userId: user.id };
  await db.session.create({ data: { id, ...whose, hash: hashOf(token), createdAt: now, lastSeenAt: now, expiresAt } });
  return { id, token, expiresAt };
}

/** The session of the token with its user as stored now; null when there is none or it has expired. */
export async function findSession(db: Database, token: string) {
  const now = new Date();
  const session = await db.session.findUnique({
    where: { hash: hashOf(token), NOT: isOver(now) },
    include: { user: { include: { creditor: { select: { slug: true, settings: { select: OF_EVERY_REQUEST } } } } } },
  });
  if (session && now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    // The session may have been ended meanwhile: then nothing is written.
    await db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } });
  }
  return session;
}

/** Ends the session of the token. */
export async function endSession(db: Database, token: string): Promise<void> {
  await db.session.deleteMany({ where: { hash: hashOf(token) } });
}

/** Sets a user's password and ends the user's sessions, except the one in which the user does it. */
export async function setPassword(
  db: Database,
  userId: string,
  passwordHash: string,
  exceptSessionId: string | null = null,
): Promise<void> {
  await db.$transaction(async (tx: Transaction) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await tx.session.deleteMany({
      where: { userId, ...(exceptSessionId === null ? {} : { NOT: { id: exceptSessionId } }) },
    });
  });
}

const isOver = (now: Date) => ({
  OR: [{ expiresAt: { lte: now } }, { lastSeenAt: { lte: new Date(now.getTime() - IDLE_MS) } }],
});
