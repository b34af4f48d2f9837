import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Database, Transaction } from '../../prisma/client.ts';
import { sha256 } from '../content-hash.ts';
import { CHANNEL_COLUMNS } from '../creditors/channel-choice.ts';

const HOUR_MS = 3_600_000;
/** A session ends after this, however much is done in it. */
const SESSION_MS = 12 * HOUR_MS;
/** It ends when nothing was asked for as long as this. */
const IDLE_MS = 2 * HOUR_MS;
/** Written down again no sooner than after this, so that reading a page does not write. */
const SEEN_EVERY_MS = 60_000;

/** What a request asks of its creditor's settings. */
const OF_EVERY_REQUEST = { ...CHANNEL_COLUMNS, timeZone: true, currency: true } as const;

const hashOf = (token: string): string => sha256(token);

/**
 * Signs a person in: a session with a new token, of which only the hash is kept. Sessions that are over go by the way.
 * Their times are the machine's: the demonstration's clock jumps over days, and whoever moved it stays signed in.
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

/** Who is signed in with the token, as he is now; null when nobody is, or no longer. */
export async function findSession(db: Database, token: string) {
  const now = new Date();
  const session = await db.session.findUnique({
    where: { hash: hashOf(token), NOT: isOver(now) },
    include: { user: { include: { creditor: { select: { slug: true, settings: { select: OF_EVERY_REQUEST } } } } } },
  });
  if (session && now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    // It may have been ended meanwhile: then there is nothing to write.
    await db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } });
  }
  return session;
}

/** Signs out whoever holds the token. */
export async function endSession(db: Database, token: string): Promise<void> {
  await db.session.deleteMany({ where: { hash: hashOf(token) } });
}

/** Sets a person's password and ends his sessions, but for the one in which he does it himself. */
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
