import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { CodecKey } from '../../config/codec-keys.ts';
import { EncryptionCodec } from './encryption-codec.ts';

/** What a bundle of the workflows is given when failures are encrypted. */
export const FAILURE_CONVERTER_PATH = fileURLToPath(new URL('./failure-converter.mjs', import.meta.url));

/**
 * How clients, workers and replays read and write what Temporal stores. With keys all of it is encrypted: inputs, results,
 * signals, updates, queries, failures, summaries and details. Not search attributes, ids and names of types. The codec is
 * there without keys too, so that what is encrypted is refused with a word about keys.
 */
export const dataConverterOf = (keys: readonly CodecKey[]): DataConverter => ({
  payloadCodecs: [new EncryptionCodec(keys)],
  ...(keys.length > 0 ? { failureConverterPath: FAILURE_CONVERTER_PATH } : {}),
});
