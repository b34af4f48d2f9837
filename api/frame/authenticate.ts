import type { Request } from 'express';
import type { Settings } from '../../config/settings.ts';
import { hashOfKey } from '../../facts/creditors/create-key.ts';
import { settingsOf } from '../../facts/business-calendar.ts';
import { channelChoiceOf } from '../../facts/creditors/channel-choice.ts';
import { findSession } from '../../facts/people/sessions.ts';
import type { Database } from '../../prisma/client.ts';
import type { Role } from '../../prisma/generated/enums.ts';
import type { Auth } from './endpoint.ts';
import { Problem } from './problem.ts';

/** Replaces the key's id where Postgres has none: for `anyone`, and for the operator's key of the environment. */
const NO_KEY_ID = '00000000-0000-7000-8000-000000000000';

/** The caller on routes that need no key. */
export const NOBODY: Auth = {
  creditorId: '',
  slug: '',
  keyId: NO_KEY_ID,
  role: null,
  userId: null,
  sessionId: null,
  actor: { kind: 'system', name: 'anonymous' },
  timeZone: 'UTC',
  currency: '',
  channels: { isLive: false, printEnabled: true, smsEnabled: true },
};

/** A 401; `guessed`: a key was sent, and it is not valid. */
export function unauthorized(guessed: boolean): Problem {
  return new Problem(
    401,
    'unauthorized',
    guessed ? 'This key is not valid.' : 'Send a key: Authorization: Bearer rel_…',
    {
      headers: {
        'WWW-Authenticate': guessed ? 'Bearer realm="relance", error="invalid_token"' : 'Bearer realm="relance"',
      },
    },
  );
}

/** A 401 for a cookie with a session that has ended or never existed. */
export function signedOut(): Problem {
  const headers = { 'WWW-Authenticate': 'Bearer realm="relance"' };
  return new Problem(401, 'unauthorized', 'This session has ended: sign in again.', { headers });
}

/** The key in the request's Authorization header, or null. */
export function bearerOf(request: Request): string | null {
  return /^Bearer +([!-~]{1,200}) *$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** A key's row, read with raw SQL because every request needs it. Not scoped to a creditor: the key decides the creditor. */
interface KeyRow {
  id: string;
  creditorId: string | null;
  role: Role;
  name: string;
  slug: string | null;
  userId: string | null;
  userName: string | null;
  timeZone: string | null;
  currency: string | null;
  liveAt: Date | null;
  printEnabled: boolean | null;
  smsEnabled: boolean | null;
}

/**
 * Returns the holder of the key; null when the key is unknown or revoked. The operator's first key comes from the
 * environment.
 */
export async function authenticate(db: Database, settings: Settings, key: string): Promise<Auth | null> {
  const hash = hashOfKey(key);
  if (settings.operatorKey !== null && hash === hashOfKey(settings.operatorKey)) {
    return { ...NOBODY, role: 'operator', actor: { kind: 'key', name: 'operator' } };
  }
  const [found] = await db.$queryRaw<KeyRow[]>`
    SELECT k.id, k."creditorId", k.role::text, k.name, c.slug, u.id AS "userId", u.name AS "userName",
      s."timeZone", s.currency, s."liveAt", s."printEnabled", s."smsEnabled"
    FROM api_keys k LEFT JOIN creditors c ON c.id = k."creditorId" LEFT JOIN users u ON u.id = k."userId"
      LEFT JOIN settings s ON s."creditorId" = c.id
    WHERE k.hash = ${hash} AND k."revokedAt" IS NULL`;
  if (!found || (found.creditorId === null) !== (found.role === 'operator')) return null;
  return {
    creditorId: found.creditorId ?? '',
    slug: found.slug ?? '',
    keyId: found.id,
    role: found.role,
    userId: found.userId,
    sessionId: null,
    actor:
      found.userId && found.userName
        ? { kind: 'user', name: found.userName, id: found.userId }
        : { kind: 'key', name: found.name },
    timeZone: found.timeZone ?? NOBODY.timeZone,
    currency: found.currency ?? NOBODY.currency,
    channels: {
      isLive: found.liveAt !== null,
      printEnabled: found.printEnabled ?? true,
      smsEnabled: found.smsEnabled ?? true,
    },
  };
}

/** Returns the user signed in with the cookie's token, with the role the user has now; null when there is no such session. */
export async function authenticateSession(db: Database, token: string): Promise<Auth | null> {
  const session = await findSession(db, token);
  if (!session) return null;
  const { id, user } = session;
  const settings = settingsOf(user.creditor);
  return {
    creditorId: user.creditorId,
    slug: user.creditor.slug,
    keyId: id,
    role: user.role,
    userId: user.id,
    sessionId: id,
    actor: { kind: 'user', name: user.name, id: user.id },
    timeZone: settings.timeZone,
    currency: settings.currency,
    channels: channelChoiceOf(settings),
  };
}
