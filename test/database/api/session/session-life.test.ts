import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../../api/routes.ts';
import { startApi } from '../running-api.ts';
import { Browser, PASSWORD, signedInPerson } from './browser.ts';

let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;

beforeAll(async () => {
  api = await startApi();
  ours = await api.newCreditor('Nous');
});
afterAll(() => api.stop());

const signedIn = (role: 'collector' | 'supervisor' | 'admin' = 'collector') => signedInPerson(api, ours.id, role);
const statusOf = async (browser: Browser, path = '/v1/session') => (await browser.ask('GET', path)).status;

describe('a session', () => {
  it('is a new one at each sign-in: a cookie that somebody planted is not taken over', async () => {
    const { email, browser } = await signedIn();
    const planted = browser.cookie;
    await browser.signIn(email);
    expect(browser.cookie).not.toBe(planted);
    const other = new Browser(api);
    other.cookie = `relance_session=${'A'.repeat(43)}`;
    await other.signIn(email);
    expect(other.cookie).not.toContain('AAAA');
    other.cookie = `relance_session=${'A'.repeat(43)}`;
    expect(await statusOf(other)).toBe(401);
  });

  it('ends with the sign-out, wherever its cookie was copied to, and can be ended twice', async () => {
    const { browser } = await signedIn();
    const copied = new Browser(api);
    copied.cookie = browser.cookie;
    const out = await browser.ask('DELETE', '/v1/session');
    expect([out.status, browser.cookie]).toEqual([204, null]);
    expect(await statusOf(copied)).toBe(401);
    expect((await copied.ask('DELETE', '/v1/session')).status).toBe(204);
  });

  it('ends after twelve hours, and after two in which nothing was asked; not before', async () => {
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
    const { id, browser } = await signedIn();
    const set = (data: object) => api.db.session.updateMany({ where: { userId: id }, data });
    await set({ lastSeenAt: hours(-1.9) });
    expect(await statusOf(browser)).toBe(200);
    const [seen] = await api.db.session.findMany({ where: { userId: id } });
    expect(Date.now() - (seen?.lastSeenAt.getTime() ?? 0)).toBeLessThan(60_000);
    await set({ lastSeenAt: hours(-2.1) });
    expect(await statusOf(browser)).toBe(401);
    await set({ lastSeenAt: hours(0), expiresAt: hours(-0.01) });
    expect(await statusOf(browser)).toBe(401);
    await signedIn(); // Deletes the sessions that have ended.
    expect(await api.db.session.count({ where: { userId: id } })).toBe(0);
  });

  it('has the role that the person has now, and none once he is gone', async () => {
    const { id, browser } = await signedIn('admin');
    expect(await statusOf(browser, '/v1/keys')).toBe(200);
    const change = await api.ask('PATCH', `/v1/users/${id}`, {
      key: ours.admin,
      body: { role: 'collector' },
      headers: { 'If-Match': '*' },
    });
    expect([change.status, await statusOf(browser, '/v1/keys'), await statusOf(browser)]).toEqual([200, 403, 200]);
    expect((await api.ask('DELETE', `/v1/users/${id}`, { key: ours.admin })).status).toBe(204);
    expect(await statusOf(browser)).toBe(401);
  });

  it('gives way to a key that is sent beside it', async () => {
    const { browser } = await signedIn('admin');
    const { body } = await browser.ask('GET', '/v1/session', undefined, { Authorization: `Bearer ${ours.collector}` });
    expect([body.role, body.user]).toEqual(['collector', null]);
    expect((await browser.ask('GET', '/v1/session', undefined, { Authorization: 'Bearer rel_none' })).status).toBe(401);
  });
});

describe('what a session may', () => {
  const guarded = routes.filter(({ who }) => who !== 'anyone');
  const MAY = {
    collector: ['collector'],
    supervisor: ['collector', 'supervisor'],
    admin: ['collector', 'supervisor', 'admin'],
  };
  const pathOf = (path: string) => `${path.replace(/\{\w+\}/g, '018f0000-0000-7000-8000-00000000ffff')}?unknown=1`;

  it.each(['collector', 'supervisor', 'admin'] as const)('is what a key of %s may, on every route', async (role) => {
    const { browser } = await signedIn(role);
    for (const { method, path, who } of guarded) {
      const may = MAY[role].some((named) => who.includes(named as never));
      const { status } = await browser.ask(method, pathOf(path));
      expect([`${method} ${path}`, may ? [400, 404].includes(status) : status === 403, status]).toEqual([
        `${method} ${path}`,
        true,
        status,
      ]);
    }
  });

  it.each([
    ['another site’s page', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a page of another port or name beside us', { 'Sec-Fetch-Site': 'same-site' }],
    ['an address that was typed', { 'Sec-Fetch-Site': 'none' }],
    ['a page that an old browser names', { 'Sec-Fetch-Site': '', Origin: 'https://evil.example' }],
  ])('changes nothing when %s asks', async (_whose, headers) => {
    const { browser } = await signedIn('admin');
    for (const { method, path } of guarded.filter(({ method: verb }) => verb !== 'GET')) {
      const { status, body } = await browser.ask(method, pathOf(path), undefined, headers);
      if (status === 403 && body.code === 'forbidden') continue; // Routes of the operator and of the payment system.
      expect([`${method} ${path}`, status, body.code]).toEqual([`${method} ${path}`, 403, 'cross_site']);
    }
  });

  it('changes nothing when nothing says who asks; a browser’s Origin says it too', async () => {
    const { browser } = await signedIn('admin');
    const ask = (headers: Record<string, string>) =>
      api.ask('POST', '/v1/users?unknown=1', { headers: { Cookie: browser.cookie ?? '', ...headers } });
    expect((await ask({})).body.code).toBe('cross_site');
    expect((await ask({ Origin: 'null' })).body.code).toBe('cross_site');
    expect((await ask({ Origin: api.url })).status).toBe(400);
    expect((await ask({ Origin: 'http://127.0.0.1' })).status).toBe(400);
  });

  it('nobody is signed in or out by another site’s page', async () => {
    const { email, browser } = await signedIn();
    const cross = { 'Sec-Fetch-Site': 'cross-site' };
    const signIn = await browser.ask('POST', '/v1/session', { email, password: PASSWORD }, cross);
    expect([signIn.status, signIn.headers.getSetCookie()]).toEqual([403, []]);
    expect((await browser.ask('DELETE', '/v1/session', undefined, cross)).status).toBe(403);
    expect(await statusOf(browser)).toBe(200);
  });

  it('is done by the person, and once for an Idempotency-Key of the same session', async () => {
    const { browser } = await signedIn('admin');
    const make = () =>
      browser.ask('POST', '/v1/keys', { name: 'Deux fois', role: 'payments' }, { 'Idempotency-Key': 'by-session' });
    const [first, second] = [await make(), await make()];
    expect([first.status, second.body, second.headers.get('idempotency-replayed')]).toEqual([201, first.body, 'true']);
    expect(JSON.stringify(await api.db.idempotentRequest.findMany())).not.toContain(first.body.key);
    const other = await signedIn('admin');
    const own = await other.browser.ask(
      'POST',
      '/v1/keys',
      { name: 'Deux fois', role: 'payments' },
      { 'Idempotency-Key': 'by-session' },
    );
    expect(own.body.key).not.toBe(first.body.key);
  });
});
