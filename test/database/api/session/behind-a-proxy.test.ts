import { afterEach, expect, it } from 'vitest';
import { startApi } from '../running-api.ts';
import { Browser, PASSWORD, person } from './browser.ts';

/** How many wrong passwords one address may send in fifteen minutes. */
const MOST = 100;

let api: Awaited<ReturnType<typeof startApi>> | null = null;
afterEach(() => api?.stop());

/** The API behind a proxy at 127.0.0.1, the address from which these tests send. */
async function apiTrusting(trustedProxies: string[]) {
  const running = await startApi(undefined, {
    api: { host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1', trustedProxies },
  });
  api = running;
  const { email } = await person(running, (await running.newCreditor()).id);
  return {
    /** Signs in with the right password, with this address as the proxy's caller; returns the status. */
    signIn: async (forwardedFor: string) => {
      const body = { email, password: PASSWORD };
      return (await new Browser(running).ask('POST', '/v1/session', body, { 'X-Forwarded-For': forwardedFor })).status;
    },
    /** Uses up an address's share, with each wrong password for another account. */
    guessFrom: async (address: string) => {
      for (let tried = 0; tried < MOST; tried += 1)
        await running.context.signInLimit.counted({ email: `${tried}@example.org`, address }, () =>
          Promise.resolve(null),
        );
    },
  };
}

it('behind a proxy that is trusted, who guesses passwords keeps nobody else out', async () => {
  const { signIn, guessFrom } = await apiTrusting(['loopback']);
  await guessFrom('192.0.2.66');
  expect(await signIn('192.0.2.66')).toBe(429);
  expect(await signIn('198.51.100.4')).toBe(201);
  // An address that the caller wrote into the header, before the proxy added the real one, is not trusted.
  expect(await signIn('198.51.100.4, 192.0.2.66')).toBe(429);
});

it.each([[[]], [['10.0.0.0/8']]])('trusting %j, nobody passes for another by saying so', async (trusted: string[]) => {
  const { signIn, guessFrom } = await apiTrusting(trusted);
  await guessFrom('192.0.2.66');
  expect(await signIn('192.0.2.66')).toBe(201);
  await guessFrom('127.0.0.1');
  expect(await signIn('198.51.100.4')).toBe(429);
});
