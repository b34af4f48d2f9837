import { isIP } from 'node:net';
import { z } from 'zod';

/** Address ranges by Express's names: this machine, its link, and private networks. */
const RANGES = ['loopback', 'linklocal', 'uniquelocal'];

/** `10.0.0.0/8,loopback`: the proxies that are believed when they name the client's address (`X-Forwarded-For`). */
export const trustedProxies = z
  .string()
  .transform((list) => list.split(',').map((entry) => entry.trim().toLowerCase()))
  .refine(
    (entries) => entries.every(isRange),
    'must be a list of addresses, ranges like 10.0.0.0/8, loopback, linklocal or uniquelocal',
  );

function isRange(entry: string): boolean {
  if (RANGES.includes(entry)) return true;
  const [address = '', bits, ...more] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  // A range of 0 bits would be everybody, and anybody can write that header.
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
