import { scryptSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '../../../../facts/people/password.ts';
import { openSession } from '../../../../facts/people/sessions.ts';
import type { Role } from '../../../../prisma/generated/enums.ts';
import type { Answered, startApi } from '../running-api.ts';

type Api = Awaited<ReturnType<typeof startApi>>;

export const PASSWORD = 'un mot de passe assez long';
const ofToday = hashPassword(PASSWORD);

/**
 * A hash with today's parameters takes a quarter of a second on purpose. A stored hash is checked with its own parameters, so these tests
 * store one with cheap, old parameters.
 */
function hashOfYearsAgo(): string {
  const salt = Buffer.alloc(16, 'sel');
  const hash = scryptSync(PASSWORD, salt, 32, { N: 2 ** 10, r: 8, p: 1 });
  return `scrypt$N=1024,r=8,p=1$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}
const ofYearsAgo = hashOfYearsAgo();

/** A browser on a page of ours: it keeps the cookie, and sends the page's origin. */
export class Browser {
  cookie: string | null = null;
  private readonly api: Api;

  constructor(api: Api) {
    this.api = api;
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const own: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin', ...headers };
    if (this.cookie !== null) own['Cookie'] = this.cookie;
    const answer = await this.api.ask(method, path, { ...(body === undefined ? {} : { body }), headers: own });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      if (pair.startsWith('relance_session=')) this.cookie = attributes.includes('Max-Age=0') ? null : pair;
    }
    return answer;
  }

  async signIn(email: string, password = PASSWORD, more: object = {}): Promise<Answered> {
    return await this.ask('POST', '/v1/session', { email, password, ...more });
  }
}

/** A user of this creditor who can sign in; sign-in is fast unless the password was made today. Returns the id and the address. */
export async function person(
  api: Api,
  creditorId: string,
  more: { role?: Role; email?: string; password?: null | 'of today' } = {},
): Promise<{ id: string; email: string }> {
  const id = uuidv7();
  const { role = 'collector', email = `${id}@example.org` } = more;
  const passwordHash = more.password === null ? null : more.password ? await ofToday : ofYearsAgo;
  await api.db.user.create({ data: { id, creditorId, name: 'Camille Leroy', email, role, passwordHash } });
  return { id, email };
}

/** A signed-in user, without the time that a sign-in takes. */
export async function signedInPerson(api: Api, creditorId: string, role: Role = 'collector') {
  const { id, email } = await person(api, creditorId, { role });
  const browser = new Browser(api);
  browser.cookie = `relance_session=${(await openSession(api.db, { id, creditorId })).token}`;
  return { id, email, browser };
}
