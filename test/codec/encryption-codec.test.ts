import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { describe, expect, it } from 'vitest';
import type { CodecKey } from '../../config/codec-keys.ts';
import { CodecKeyError, EncryptionCodec, keyIdOf } from '../../temporal/codec/encryption-codec.ts';

const keyOf = (id: string): CodecKey => ({ id, secret: randomBytes(32) });
const [old, current] = [keyOf('2026-05'), keyOf('2026-11')];

const SAID = { number: 'F-2026-001', name: 'Menuiserie Lagarde', balanceCents: 120_00 };
const toPayload = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);
const said = (payload: Payload) => defaultPayloadConverter.fromPayload(payload);

async function encrypted(value: unknown, ...keys: CodecKey[]): Promise<Payload> {
  const [payload] = await new EncryptionCodec(keys).encode([toPayload(value)]);
  return payload!;
}

async function decrypted(payload: Payload, ...keys: CodecKey[]): Promise<unknown> {
  const [plain] = await new EncryptionCodec(keys).decode([payload]);
  return said(plain!);
}

const bytesOf = ({ metadata, data }: Payload) =>
  Buffer.concat([...Object.values(metadata ?? {}), data ?? Buffer.alloc(0)].map((part) => Buffer.from(part)));

describe('What Temporal stores', () => {
  it('is read back with its key, and shows nothing but how it is encrypted and the name of the key', async () => {
    const payload = await encrypted(SAID, current);
    expect(await decrypted(payload, current)).toEqual(SAID);
    for (const word of ['F-2026-001', 'Lagarde', '12000', 'balanceCents', 'json/plain'])
      expect(bytesOf(payload).includes(word)).toBe(false);
    expect(Object.keys(payload.metadata!).sort()).toEqual(['encoding', 'encryption-key-id']);
    expect(keyIdOf(payload)).toBe('2026-11');
  });

  it('is other bytes each time: that two cases say the same does not show', async () => {
    const payloads = await Promise.all(Array.from({ length: 50 }, () => encrypted(SAID, current)));
    expect(new Set(payloads.map((payload) => bytesOf(payload).toString('hex'))).size).toBe(50);
  });

  it('of an older key is read while that key is still there, wherever it stands in the list', async () => {
    const payload = await encrypted(SAID, old);
    expect(await decrypted(payload, current, old)).toEqual(SAID);
    expect(keyIdOf(await encrypted(SAID, current, old))).toBe('2026-11');
    expect(keyIdOf(await encrypted(SAID, old, current))).toBe('2026-05');
  });

  it('of a key that was taken away is refused with the name of that key', async () => {
    const payload = await encrypted(SAID, old);
    for (const keys of [[current], []]) {
      const refusal = await decrypted(payload, ...keys).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(CodecKeyError);
      expect(refusal).toMatchObject({ code: 'missing_codec_key' });
      expect((refusal as Error).message).toContain('"2026-05"');
    }
  });

  it('of another key under the same name, changed or cut bytes: refused, never read wrongly', async () => {
    const payload = await encrypted(SAID, current);
    const { data } = payload;
    const flipped = Buffer.from(data!);
    flipped[20] = flipped[20]! ^ 1;
    const [impostor, foreign] = [
      keyOf('2026-11'),
      { ...payload.metadata, 'encryption-key-id': Buffer.from('2026-05') },
    ];
    await expect(decrypted(payload, impostor)).rejects.toMatchObject({ code: 'wrong_codec_key' });
    for (const bad of [flipped, data!.subarray(0, 30), data!.subarray(0, 5), Buffer.alloc(0)])
      await expect(decrypted({ ...payload, data: bad }, current)).rejects.toMatchObject({ code: 'wrong_codec_key' });
    const renamed = { metadata: foreign, data: data! };
    await expect(decrypted(renamed, { ...current, id: '2026-05' })).rejects.toMatchObject({ code: 'wrong_codec_key' });
  });

  it('plain, from before the keys or typed in the Temporal UI, is taken as it is; without keys nothing is encrypted', async () => {
    expect(await decrypted(toPayload(SAID), current)).toEqual(SAID);
    expect(await encrypted(SAID)).toEqual(toPayload(SAID));
    expect(await new EncryptionCodec([current]).encode([])).toEqual([]);
  });
});
