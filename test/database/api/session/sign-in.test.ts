import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi } from '../running-api.ts';
import { Browser, PASSWORD, person } from './browser.ts';
import { createCreditor } from '../../../../facts/creditors/create-creditor.ts';

let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
let theirs: typeof ours;

beforeAll(async () => {
  api = await startApi();
  ours = await api.newCreditor('Nous');
  theirs = await api.newCreditor('Eux');
});
afterAll(() => api.stop());

const newBrowser = () => new Browser(api);

describe('signing in', () => {
  it('with address and password sets a cookie that no script reads and no other site sends', async () => {
    const { email, id } = await person(api, ours.id, { password: 'of today' });
    const browser = newBrowser();
    const answer = await browser.signIn(email.toUpperCase());
    expect([answer.status, answer.headers.get('location')]).toEqual([201, '/v1/session']);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^relance_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    const session = await browser.ask('GET', '/v1/session');
    expect(session.status).toBe(200);
    expect(session.body).toEqual({ ...answer.body, now_at: expect.any(String), demo: expect.any(Object) });
    expect(session.body).toMatchObject({
      role: 'collector',
      user: { id, name: 'Camille Leroy', email, role: 'collector', has_password: true },
      creditor: { name: 'Nous', slug: ours.slug },
      currency: 'EUR',
      time_zone: 'Europe/Paris',
      live: false,
      sends: 'mailbox',
      demo: { clock: false, offset_days: 0 },
    });
    expect(Date.parse(session.body.expires_at) - Date.now()).toBeGreaterThan(11.9 * 3_600_000);
  });

  it('answers the same to an unknown address, a wrong password and a person without one', async () => {
    const { email } = await person(api, ours.id);
    const without = await person(api, ours.id, { password: null });
    const answers = [
      await newBrowser().signIn('nobody@example.org'),
      await newBrowser().signIn(email, 'not the password'),
      await newBrowser().signIn(without.email),
      await newBrowser().signIn(email, PASSWORD, { creditor: theirs.slug }),
      await newBrowser().signIn(email, PASSWORD, { creditor: 'nowhere' }),
    ];
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect([answers[0]?.status, answers[0]?.body.code]).toEqual([401, 'sign_in_failed']);
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const { email } = await person(api, ours.id, { password: 'of today' });
    const timeOf = async (address: string) => {
      const began = performance.now();
      await newBrowser().signIn(address, 'not the password');
      return performance.now() - began;
    };
    const known = Math.min(await timeOf(email), await timeOf(email));
    const unknown = Math.min(await timeOf('a@example.org'), await timeOf('b@example.org'));
    expect(unknown).toBeGreaterThan(known / 3);
  });

  it('keeps neither password nor token: what is stored opens nothing', async () => {
    const { email, id } = await person(api, ours.id, { password: 'of today' });
    const browser = newBrowser();
    await browser.signIn(email);
    const token = browser.cookie?.split('=')[1] ?? '';
    const [user, sessions] = [
      await api.db.user.findUniqueOrThrow({ where: { id } }),
      await api.db.session.findMany({ where: { userId: id } }),
    ];
    expect(user.passwordHash).toMatch(/^scrypt\$N=32768,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/);
    expect(sessions).toHaveLength(1);
    expect(JSON.stringify([user, sessions])).not.toContain(token);
    expect(
      (await api.ask('GET', '/v1/session', { headers: { Cookie: `relance_session=${sessions[0]?.hash}` } })).status,
    ).toBe(401);
  });

  it('with a password that fits at several creditors asks for which, and only then', async () => {
    const email = 'double@example.org';
    await person(api, ours.id, { email });
    await person(api, theirs.id, { email });
    const wrong = await newBrowser().signIn(email, 'not the password');
    expect([wrong.status, wrong.text.includes(theirs.slug)]).toEqual([401, false]);
    const which = await newBrowser().signIn(email);
    expect([which.status, which.body.code, which.headers.getSetCookie()]).toEqual([409, 'which_creditor', []]);
    expect(which.body.errors).toEqual([
      { pointer: '/creditor', detail: 'Eux', fix: theirs.slug },
      { pointer: '/creditor', detail: 'Nous', fix: ours.slug },
    ]);
    const chosen = await newBrowser().signIn(email, PASSWORD, { creditor: theirs.slug });
    expect([chosen.status, chosen.body.creditor.slug]).toEqual([201, theirs.slug]);
  });

  it('says what is no address by its pointer', async () => {
    const { status, body } = await newBrowser().signIn('nobody');
    expect([status, body.errors[0].pointer]).toEqual([422, '/email']);
  });

  it('behind HTTPS the cookie never leaves without it', async () => {
    const secure = await startApi(undefined, {
      api: { host: '127.0.0.1', port: 0, publicUrl: 'https://relance.example', trustedProxies: [] },
    });
    const { email } = await person(api, ours.id);
    const { headers } = await new Browser(secure).signIn(email);
    await secure.stop();
    expect(headers.getSetCookie()[0]).toContain('; Secure');
  });
});

describe('the ways to sign in', () => {
  it('are told to anybody; the demonstration’s is none here', async () => {
    const { status, body } = await api.ask('GET', '/v1/session/ways');
    expect([status, body]).toEqual([200, { password: true, demo: false, oidc: null }]);
    const demo = await newBrowser().ask('POST', '/v1/session/demo', {});
    const unknown = await newBrowser().ask('POST', '/v1/session/nowhere', {});
    expect([demo.status, demo.text]).toEqual([404, unknown.text]);
  });

  it('in the demonstration a click is one, for each role', async () => {
    const demo = await startApi(undefined, { demoClock: true });
    const found = await api.db.creditor.findUnique({ where: { slug: 'demo' } });
    const { id } = found ?? (await createCreditor(api.db, { name: 'Démonstration', slug: 'demo' }));
    for (const role of ['collector', 'supervisor', 'admin'] as const) await person(api, id, { role, password: null });
    expect((await demo.ask('GET', '/v1/session/ways')).body.demo).toBe(true);
    for (const role of ['collector', 'supervisor', 'admin']) {
      const browser = new Browser(demo);
      expect((await browser.ask('POST', '/v1/session/demo', { role })).status).toBe(201);
      const { body } = await browser.ask('GET', '/v1/session');
      expect([body.role, body.user.role, body.demo.clock]).toEqual([role, role, true]);
      // Other creditors are in this database: nobody can act for them with a click.
      expect(body.creditor.slug).toBe('demo');
    }
    await demo.stop();
  });
});

describe('GET /v1/session with a key', () => {
  it('tells whose it is; a key of nobody’s has no user', async () => {
    const { status, body } = await api.ask('GET', '/v1/session', { key: ours.supervisor });
    expect([status, body.role, body.user, body.expires_at, body.creditor.slug]).toEqual([
      200,
      'supervisor',
      null,
      null,
      ours.slug,
    ]);
  });
});
