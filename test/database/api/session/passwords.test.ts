import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../../../api/frame/log.ts';
import { createSignInLimit } from '../../../../api/session/sign-in-limit.ts';
import { startApi } from '../running-api.ts';
import { Browser, PASSWORD, person, signedInPerson } from './browser.ts';

let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;

beforeAll(async () => {
  api = await startApi();
  ours = await api.newCreditor('Nous');
});
afterAll(() => api.stop());

const NEXT = 'encore un mot de passe assez long';

async function twiceSignedIn() {
  const { id, email, browser: here } = await signedInPerson(api, ours.id);
  const there = new Browser(api);
  await there.signIn(email);
  return { id, email, here, there };
}
const isSignedIn = async (browser: Browser) => (await browser.ask('GET', '/v1/session')).status === 200;

describe('one’s own password', () => {
  it('is changed by who knows it; what is signed in elsewhere ends', async () => {
    const { email, here, there } = await twiceSignedIn();
    const body = { current_password: PASSWORD, new_password: NEXT };
    expect((await here.ask('PUT', '/v1/session/password', body)).status).toBe(204);
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
    expect((await there.signIn(email)).status).toBe(401);
    expect((await there.signIn(email, NEXT)).status).toBe(201);
  });
  it('is not changed by who does not, nor to one of eleven characters, nor by a key', async () => {
    const { email, here, there } = await twiceSignedIn();
    const change = (current: string, next: string) =>
      here.ask('PUT', '/v1/session/password', { current_password: current, new_password: next });
    const wrong = await change('not the password', NEXT);
    expect([wrong.status, wrong.body.code, wrong.body.errors[0].pointer]).toEqual([
      422,
      'wrong_password',
      '/current_password',
    ]);
    const short = await change(PASSWORD, 'onze signes');
    expect([short.status, short.body.errors[0].pointer]).toEqual([422, '/new_password']);
    const byKey = await api.ask('PUT', '/v1/session/password', {
      key: ours.collector,
      body: { current_password: PASSWORD, new_password: NEXT },
    });
    expect([byKey.status, byKey.body.code]).toEqual([409, 'no_session']);
    expect([await isSignedIn(there), (await there.signIn(email)).status]).toEqual([true, 201]);
  });
});

describe('a password that an admin gives', () => {
  it('lets the person in and ends all sessions', async () => {
    const { id, email, here, there } = await twiceSignedIn();
    const put = await api.ask('PUT', `/v1/users/${id}/password`, { key: ours.admin, body: { password: NEXT } });
    expect(put.status).toBe(204);
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, false]);
    expect((await here.signIn(email, NEXT)).status).toBe(201);
  });
  it('is told of by has_password alone', async () => {
    const { id } = await person(api, ours.id, { password: null });
    const read = async () => (await api.ask('GET', `/v1/users/${id}`, { key: ours.collector })).body;
    expect((await read()).has_password).toBe(false);
    await api.ask('PUT', `/v1/users/${id}/password`, { key: ours.admin, body: { password: NEXT } });
    expect(await read()).toEqual(expect.objectContaining({ id, has_password: true }));
    expect(JSON.stringify(await read())).not.toContain('scrypt');
  });
  it('is not another creditor’s to give', async () => {
    const theirs = await api.newCreditor('Eux');
    const { id, email } = await person(api, ours.id);
    const put = await api.ask('PUT', `/v1/users/${id}/password`, { key: theirs.admin, body: { password: NEXT } });
    expect([put.status, (await new Browser(api).signIn(email)).status]).toEqual([404, 201]);
  });
});

describe('guessing passwords', () => {
  it('is answered 429 after ten wrong ones for an account, with the right one too; other accounts are not slowed', async () => {
    const { email } = await person(api, ours.id);
    const other = await person(api, ours.id);
    const statuses: number[] = [];
    for (let guess = 0; guess < 11; guess += 1)
      statuses.push((await new Browser(api).signIn(email, `guess ${guess}`)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
    const right = await new Browser(api).signIn(email);
    const wait = Number(right.headers.get('retry-after'));
    expect([right.status, right.body.code, wait > 800 && wait <= 900]).toEqual([429, 'too_many_attempts', true]);
    expect((await new Browser(api).signIn(other.email)).status).toBe(201);
  });
  it('does not count what was right, nor what never came to an answer', async () => {
    const limit = createSignInLimit(createLog('silent'));
    const who = { email: 'camille@example.org', address: '192.0.2.1' };
    for (let time = 0; time < 12; time += 1) {
      expect(await limit.counted(who, () => Promise.resolve('right'))).toBe('right');
      await expect(limit.counted(who, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    }
    for (let time = 0; time < 10; time += 1) expect(await limit.counted(who, () => Promise.resolve(null))).toBeNull();
    await expect(limit.counted(who, () => Promise.resolve('right'))).rejects.toMatchObject({ status: 429 });
  });
  it('counts a network of IPv6 as one address: whoever has one has all of it', async () => {
    const limit = createSignInLimit(createLog('silent'));
    const from = (address: string, number: number) =>
      limit.counted({ email: `${number}@example.org`, address }, () => Promise.resolve(null));
    for (let number = 0; number < 100; number += 1) await from(`2001:db8:1:2::${number.toString(16)}`, number);
    await expect(from('2001:db8:1:2:3:4:5:6', 100)).rejects.toMatchObject({ status: 429 });
    expect(await from('2001:db8:2::1', 101)).toBeNull();
    expect(await from('192.0.2.1', 102)).toBeNull();
  });
  it('counts what is tried at once, and from one address for whatever accounts, logged without them', async () => {
    const lines: string[] = [];
    const limit = createSignInLimit(createLog('info', { write: (line: string) => void lines.push(line) }));
    let answer = () => undefined as void;
    const answered = new Promise<null>((resolve) => (answer = () => resolve(null)));
    const attempts: Promise<number | null>[] = [];
    for (let number = 0; number < 105; number += 1) {
      const who = { email: `${number}@example.org`, address: '192.0.2.1' };
      attempts.push(limit.counted(who, () => answered).catch(({ status }: { status: number }) => status));
      await new Promise(setImmediate); // Like real requests: each is sent while the earlier ones are still being handled.
    }
    answer();
    const refused = (await Promise.all(attempts)).filter((status) => status === 429);
    expect([refused.length, lines.length]).toEqual([5, 1]);
    expect(lines[0]).toContain('"address":"192.0.2.1"');
    expect(lines[0]).not.toContain('example.org');
    expect(await limit.counted({ email: 'x@example.org', address: '192.0.2.2' }, () => Promise.resolve(1))).toBe(1);
  });
});
