import { randomBytes, scrypt as scryptWithCallback, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** The length of a new password; the maximum keeps anybody from making us hash a book. */
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;

const scrypt = promisify<string, Buffer, number, ScryptOptions, Buffer>(scryptWithCallback);

/** OWASP's scrypt parameters with 32 MB, so that several sign-ins at once do not use up the process's memory. */
const PARAMETERS = { N: 2 ** 15, r: 8, p: 3 };
const MOST_MEMORY = 64 * 1024 * 1024;
const KEY_BYTES = 32;
const STORED = /^scrypt\$N=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/;

/** The stored form of a password, `scrypt$N=…,r=…,p=…$salt$hash`, so that the parameters may change over the years. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { N, r, p } = PARAMETERS;
  const hash = await derive(password, salt, PARAMETERS);
  return `scrypt$N=${N},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/**
 * True when `password` is the stored one. A user without a password (`null`) takes as long, so that the time reveals
 * nothing.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt, hash] = STORED.exec(stored ?? '') ?? [];
  if (!salt || !hash) {
    await derive(password, Buffer.alloc(16), PARAMETERS);
    return false;
  }
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(derived, Buffer.from(hash, 'base64url'));
}

/** NFKC, so that an é typed on another machine gives the same key. */
const derive = (password: string, salt: Buffer, parameters: typeof PARAMETERS): Promise<Buffer> =>
  scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...parameters, maxmem: MOST_MEMORY });
