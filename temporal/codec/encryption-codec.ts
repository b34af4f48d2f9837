import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { CodecKey } from '../../config/codec-keys.ts';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;

/** Readable metadata of an encrypted payload: its encoding, and the id of the key. */
const ENCRYPTED = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TAG = { authTagLength: TAG_BYTES };

/**
 * Thrown for a payload that no configured key decrypts. The message names the key and says how to fix it; the case
 * waits until then.
 */
export class CodecKeyError extends Error {
  override name = 'CodecKeyError';
  readonly code: 'missing_codec_key' | 'wrong_codec_key';

  constructor(code: CodecKeyError['code'], keyId: string) {
    super(
      code === 'missing_codec_key'
        ? `This is encrypted with the key "${keyId}", which TEMPORAL_CODEC_KEYS does not hold: put it back, after the one that encrypts.`
        : `The key "${keyId}" of TEMPORAL_CODEC_KEYS is not the one that this was encrypted with: put the right one back under that id.`,
    );
    this.code = code;
  }
}

/** Id of the key with which a payload is encrypted; null for a plain one. */
export function keyIdOf({ metadata }: Payload): string | null {
  if (textOf(metadata?.['encoding']) !== ENCRYPTED) return null;
  return textOf(metadata?.[KEY_ID]);
}

/**
 * Encrypts what Temporal stores of our cases, so that access to its store is not enough to read it (AES-256-GCM, a
 * fresh nonce for each payload). The first key encrypts and all keys decrypt, so that keys can be rotated while cases
 * sleep. Without keys nothing is encrypted. A plain payload is accepted: it is older than the keys, or operations sent
 * it from the Temporal UI or CLI.
 */
export class EncryptionCodec implements PayloadCodec {
  readonly #first: CodecKey | undefined;
  readonly #secrets: ReadonlyMap<string, Buffer>;

  constructor(keys: readonly CodecKey[]) {
    this.#first = keys[0];
    this.#secrets = new Map(keys.map(({ id, secret }) => [id, secret]));
  }

  encode(payloads: Payload[]): Promise<Payload[]> {
    const key = this.#first;
    return Promise.resolve(key ? payloads.map((payload) => encrypt(payload, key)) : payloads);
  }

  // oxlint-disable-next-line typescript/require-await -- a key that is missing rejects, it does not throw
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => {
      const keyId = keyIdOf(payload);
      return keyId === null ? payload : decrypt(payload, keyId, this.#secrets.get(keyId));
    });
  }
}

function encrypt(payload: Payload, { id, secret }: CodecKey): Payload {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, secret, nonce, TAG).setAAD(Buffer.from(id));
  const plain = PayloadMessage.encode(payload).finish();
  return {
    metadata: { encoding: Buffer.from(ENCRYPTED), [KEY_ID]: Buffer.from(id) },
    data: Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]),
  };
}

function decrypt({ data }: Payload, keyId: string, secret: Buffer | undefined): Payload {
  if (!secret) throw new CodecKeyError('missing_codec_key', keyId);
  const bytes = data ?? new Uint8Array();
  try {
    const decipher = createDecipheriv(ALGORITHM, secret, bytes.subarray(0, NONCE_BYTES), TAG);
    decipher.setAAD(Buffer.from(keyId)).setAuthTag(bytes.subarray(-TAG_BYTES));
    const sealed = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
    return PayloadMessage.decode(Buffer.concat([decipher.update(sealed), decipher.final()]));
  } catch {
    throw new CodecKeyError('wrong_codec_key', keyId);
  }
}

const textOf = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('utf8');
