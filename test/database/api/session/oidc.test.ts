import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi } from '../running-api.ts';
import { person } from './browser.ts';
import { CLIENT, startProvider } from './oidc-provider.ts';

let provider: Awaited<ReturnType<typeof startProvider>>;
let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;

beforeAll(async () => {
  provider = await startProvider();
  // The provider redirects to PUBLIC_URL; the test sends that request to where the API listens.
  api = await startApi(undefined, { oidc: { issuer: provider.issuer, ...CLIENT, name: 'Compte Horizon' } });
  ours = await api.newCreditor('Nous');
});
beforeEach(() => {
  provider.who.claims = {};
  delete provider.who.nonce;
});
afterAll(async () => {
  provider.stop();
  await api.stop();
});

const visit = (url: string, cookie = '') => fetch(url, { redirect: 'manual', headers: { Cookie: cookie } });
const cookieOf = (answer: Response, name: string) =>
  answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`)) ?? '';
const pairOf = (line: string) => line.split(';')[0] ?? '';

/** Goes the way of a browser: to our start, to the provider, and to the address to which the provider redirects. */
async function setOut(query = '') {
  const start = await visit(`${api.url}/v1/session/oidc/start${query}`);
  const flow = cookieOf(start, 'relance_oidc');
  const provided = await visit(start.headers.get('location') ?? '');
  const back = new URL(provided.headers.get('location') ?? '');
  return { start, flow, back: `${api.url}${back.pathname}${back.search}` };
}
async function comeBack(query = '') {
  const { flow, back } = await setOut(query);
  const answer = await visit(back, pairOf(flow));
  return { answer, to: answer.headers.get('location'), session: cookieOf(answer, 'relance_session') };
}

describe('signing in with another’s account', () => {
  it('is a way that the sign-in page is told of', async () => {
    expect((await api.ask('GET', '/v1/session/ways')).body.oidc).toEqual({
      name: 'Compte Horizon',
      start_url: '/v1/session/oidc/start',
    });
  });

  it('signs in the person whose address the provider has verified', async () => {
    const { email, id } = await person(api, ours.id, { role: 'supervisor', password: null });
    provider.who.claims = { email: email.toUpperCase(), email_verified: true };
    const { answer, to, session } = await comeBack();
    expect([answer.status, to]).toEqual([302, '/']);
    expect(session).toContain('HttpOnly; SameSite=Strict');
    expect(cookieOf(answer, 'relance_oidc')).toContain('Max-Age=0');
    const { body } = await api.ask('GET', '/v1/session', { headers: { Cookie: pairOf(session) } });
    expect([body.user.id, body.role]).toEqual([id, 'supervisor']);
  });

  it('sends state, nonce and a challenge along, and keeps what they answer to in a sealed cookie', async () => {
    const { start, flow } = await setOut();
    const { searchParams } = new URL(start.headers.get('location') ?? '');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)?.length).toBeGreaterThan(30);
    expect(flow).toMatch(/HttpOnly; SameSite=Lax/);
    expect(Buffer.from(decodeURIComponent(pairOf(flow).slice(13)), 'base64').toString()).not.toContain('verifier');
  });

  it.each([
    ['whose address is not verified', { email_verified: false }],
    ['of whose address nothing is said to be verified', {}],
    ['whom nobody here knows', { email: 'stranger@example.org', email_verified: true }],
  ])('lets nobody in %s', async (_who, claims) => {
    const { email } = await person(api, ours.id);
    provider.who.claims = { email, ...claims };
    const { to, session } = await comeBack();
    expect([to, session]).toEqual(['/?signin=unknown', '']);
  });

  it('asks for which creditor when the address is known at several', async () => {
    const theirs = await api.newCreditor('Eux');
    const email = 'deux-maisons@example.org';
    await person(api, ours.id, { email });
    const { id } = await person(api, theirs.id, { email });
    provider.who.claims = { email, email_verified: true };
    const undecided = await comeBack();
    expect([undecided.to, undecided.session]).toEqual([
      `/?signin=which_creditor&creditors=${encodeURIComponent(`${theirs.slug},${ours.slug}`)}`,
      '',
    ]);
    const { session } = await comeBack(`?creditor=${theirs.slug}`);
    const { body } = await api.ask('GET', '/v1/session', { headers: { Cookie: pairOf(session) } });
    expect(body.user.id).toBe(id);
  });
});

describe('where one was going to', () => {
  const going = (path: string) => comeBack(`?return_to=${encodeURIComponent(path)}`);
  const known = async () => {
    const { email } = await person(api, ours.id);
    provider.who.claims = { email, email_verified: true };
  };
  it('one is once signed in, by whatever query it was found', async () => {
    await known();
    expect((await going('/agenda?tab=to_confirm&collector_id=7')).to).toBe('/agenda?tab=to_confirm&collector_id=7');
  });
  it('is kept when it did not succeed, and what is said of that is no part of it', async () => {
    provider.who.claims = { email: 'stranger@example.org', email_verified: true };
    expect((await going('/clients/7?tab=to_do')).to).toBe('/clients/7?tab=to_do&signin=unknown');
    await known();
    expect((await going('/clients/7?tab=to_do&signin=unknown')).to).toBe('/clients/7?tab=to_do');
  });
  it('is never another site, nor the API', async () => {
    await known();
    const elsewhere = [
      'https://evil.example/',
      '//evil.example/agenda',
      '/\\evil.example',
      '\\\\evil.example',
      '/.//evil.example',
      '/a/..//evil.example',
      '/\t/evil.example',
      '/%09/../..//evil.example',
      'javascript:alert(1)',
      'agenda',
      '',
      `/${'a'.repeat(1_500)}`,
      '/v1/session/oidc/start',
      '/v1',
    ];
    for (const path of elsewhere) expect([path, (await going(path)).to]).toEqual([path, '/']);
  });
});

describe('a way back that does not fit', () => {
  const isRefused = async (url: string, cookie: string) => {
    const answer = await visit(url, cookie);
    expect([answer.headers.get('location'), cookieOf(answer, 'relance_session')]).toEqual(['/?signin=failed', '']);
  };
  beforeEach(async () => {
    const { email } = await person(api, ours.id);
    provider.who.claims = { email, email_verified: true };
  });

  it('is refused in another browser, and with another browser’s cookie', async () => {
    const [one, another] = [await setOut(), await setOut()];
    await isRefused(one.back, '');
    await isRefused(one.back, pairOf(another.flow));
  });
  it('is refused with another state, a foreign cookie, and an error of the provider', async () => {
    const { back, flow } = await setOut();
    await isRefused(back.replace(/state=[^&]+/, 'state=another'), pairOf(flow));
    await isRefused(back, 'relance_oidc=c2VhbGVkIGJ5IHNvbWVib2R5IGVsc2U');
    await isRefused(`${api.url}/v1/session/oidc/callback?error=access_denied`, pairOf(flow));
  });
  it('is refused when the token was made for another sign-in', async () => {
    provider.who.nonce = 'of-another-sign-in';
    const { back, flow } = await setOut();
    await isRefused(back, pairOf(flow));
  });
  it('is refused the second time', async () => {
    const { back, flow } = await setOut();
    expect((await visit(back, pairOf(flow))).headers.get('location')).toBe('/');
    await isRefused(back, pairOf(flow));
  });
});

describe('without a provider', () => {
  it('none of it is there', async () => {
    const plain = await startApi();
    for (const path of ['start', 'callback'])
      expect((await plain.ask('GET', `/v1/session/oidc/${path}`)).status).toBe(404);
    await plain.stop();
  });
  it('one that does not answer is said on the sign-in page', async () => {
    const away = await startApi(undefined, { oidc: { issuer: 'http://127.0.0.1:1', ...CLIENT, name: 'Fermé' } });
    const { headers } = await visit(`${away.url}/v1/session/oidc/start`);
    expect(headers.get('location')).toBe('/?signin=failed');
    await away.stop();
  });
});
