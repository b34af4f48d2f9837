import { ipKeyGenerator, MemoryStore, type Options } from 'express-rate-limit';
import type { Logger } from 'pino';
import { sha256 } from '../../facts/content-hash.ts';
import { Problem } from '../frame/problem.ts';

const WINDOW_MS = 15 * 60_000;
/** Wrong passwords in fifteen minutes before the answer is 429: for one account, and from one address. */
const MOST = { account: 10, address: 100 } as const;

/** The holder of one IPv6 address holds the whole network of this size. */
const IPV6_NETWORK_BITS = 56;

/** Counts the wrong passwords that this process has seen. */
export interface SignInLimit {
  /**
   * Runs `attempt`, or throws a 429 after too many wrong passwords. An attempt counts while it runs, so that many at once
   * are counted; it no longer counts when it throws or returns a result, and a result (a right password) also clears the
   * account's count.
   */
  counted: <Result>(
    who: { email: string; address: string },
    attempt: () => Promise<Result | null>,
  ) => Promise<Result | null>;
}

/** Logs the first attempt beyond the limit in each window with its address, but without the account, which is personal. */
export function createSignInLimit(log: Logger): SignInLimit {
  const stores = { account: newStore(), address: newStore() };
  const count = async (kind: keyof typeof MOST, key: string, address: string) => {
    const { totalHits, resetTime } = await stores[kind].increment(key);
    if (totalHits <= MOST[kind]) return;
    if (totalHits === MOST[kind] + 1) log.warn({ address, by: kind }, 'passwords are being guessed');
    throw tooMany(resetTime);
  };
  return {
    counted: async ({ email, address }, attempt) => {
      const network = ipKeyGenerator(address, IPV6_NETWORK_BITS);
      const account = sha256(email);
      await count('address', network, address);
      await count('account', account, address);
      let isWrong = false;
      try {
        const result = await attempt();
        isWrong = result === null;
        if (!isWrong) await stores.account.resetKey(account);
        return result;
      } finally {
        if (!isWrong) await Promise.all([stores.account.decrement(account), stores.address.decrement(network)]);
      }
    },
  };
}

function newStore(): MemoryStore {
  const store = new MemoryStore();
  store.init({ windowMs: WINDOW_MS } as Options);
  return store;
}

function tooMany(resetTime: Date | undefined): Problem {
  const waitMs = (resetTime?.getTime() ?? 0) - Date.now();
  const seconds = Math.min(WINDOW_MS / 1000, Math.max(1, Math.ceil(waitMs / 1000)));
  return new Problem(429, 'too_many_attempts', 'Too many wrong passwords: wait, then try again.', {
    headers: { 'Retry-After': String(seconds) },
  });
}
