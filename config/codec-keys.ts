import { z } from 'zod';
import { missing } from './missing.ts';

/** A key that encrypts Temporal's payloads. */
export interface CodecKey {
  /** The key's name, not its secret; stored readable beside every payload encrypted with it. */
  id: string;
  /** 32 bytes: AES-256. */
  secret: Buffer;
}

const KEY_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const BASE64_OF_32_BYTES = /^[A-Za-z0-9+/]{43}=$/;

const LIST =
  'a list like 2026-11:base64,2026-05:base64, each id once, each key 32 random bytes in base64 ' +
  '(openssl rand -base64 32); the first one encrypts, all of them decrypt';

/** `id:base64,id2:base64`: the first key encrypts, all of them decrypt. */
export const codecKeys = z
  .string(missing(LIST))
  .trim()
  .transform((value, context): CodecKey[] => {
    const keys = value.split(',').map((pair) => {
      const colon = pair.indexOf(':');
      return { id: pair.slice(0, Math.max(colon, 0)).trim(), secret: pair.slice(colon + 1).trim() };
    });
    const isSound = keys.every(({ id, secret }) => KEY_ID.test(id) && BASE64_OF_32_BYTES.test(secret));
    if (!isSound || new Set(keys.map(({ id }) => id)).size < keys.length) {
      context.addIssue({ code: 'custom', message: `must be ${LIST}` });
      return z.NEVER;
    }
    return keys.map(({ id, secret }) => ({ id, secret: Buffer.from(secret, 'base64') }));
  });
