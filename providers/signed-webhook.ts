import { createHmac, timingSafeEqual } from 'node:crypto';

export type WebhookHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** The signature in a webhook's headers, by Standard Webhooks. */
export interface Signature {
  id: string;
  /** Seconds since the epoch. */
  timestamp: number;
  /** Of version 1; each is 32 bytes, decoded from base64. */
  signatures: Buffer[];
}

const TOLERANCE_SECONDS = 5 * 60;
const SIGNATURE = /^v1,([A-Za-z0-9+/]{43}=)$/;

/**
 * Reads the signature from the headers, before the body is looked at. Returns null when something is missing, when no
 * signature has the right form, or when its time is more than five minutes from the machine's clock.
 *
 * @param prefixes of the headers' names; the first one present counts.
 */
export function readSignature(headers: WebhookHeaders, prefixes: readonly string[] = ['webhook']): Signature | null {
  const [id, time, given] = ['id', 'timestamp', 'signature'].map((part) => {
    const value = prefixes.map((prefix) => headers[`${prefix}-${part}`]).find((named) => named !== undefined);
    return typeof value === 'string' ? value : '';
  });
  if (!id || !time || !/^\d{1,12}$/.test(time) || !given) return null;
  const timestamp = Number(time);
  if (Math.abs(Math.floor(Date.now() / 1000) - timestamp) > TOLERANCE_SECONDS) return null;
  const signatures = given.split(' ').flatMap((one) => {
    const base64 = SIGNATURE.exec(one)?.[1];
    return base64 === undefined ? [] : [Buffer.from(base64, 'base64')];
  });
  return signatures.length > 0 ? { id, timestamp, signatures } : null;
}

/** Whether one of the signatures fits these bytes and this secret (`whsec_` and base64). Throws when the secret is empty. */
export function isSignedWith(secret: string, bytes: Buffer, { id, timestamp, signatures }: Signature): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  if (key.length === 0) throw new Error('A webhook secret is empty.');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(bytes).digest();
  return signatures.some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}
