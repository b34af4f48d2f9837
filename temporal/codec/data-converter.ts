import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { CodecKey } from '../../config/codec-keys.ts';
import { EncryptionCodec } from './encryption-codec.ts';

/** The failure converter for the bundle of the workflows when failures are encrypted. */
export const FAILURE_CONVERTER_PATH = fileURLToPath(new URL('./failure-converter.mjs', import.meta.url));

/**
 * How clients, workers and replays read and write what Temporal stores. With keys everything is encrypted (inputs,
 * results, signals, updates, queries, failures, summaries, details) except search attributes, ids and names of types.
 * Without keys the codec is still there, so that encrypted data is refused with an error about keys.
 */
export const dataConverterOf = (keys: readonly CodecKey[]): DataConverter => ({
  payloadCodecs: [new EncryptionCodec(keys)],
  ...(keys.length > 0 ? { failureConverterPath: FAILURE_CONVERTER_PATH } : {}),
});
