import type { z } from 'zod';
import { faultsOf } from '../frame/faults.ts';
import { hostileFault } from '../frame/hostile-input.ts';
import { malformed, unprocessable } from '../frame/problem.ts';
import { plainWords } from '../../facts/inputs/plain-words.ts';

/** Parses the JSON of a body whose signature was checked; 400 when it is not JSON. */
export function parseSigned(bytes: Buffer): unknown {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw malformed('The body cannot be read: is its JSON complete?');
  }
  const hostile = hostileFault(json);
  if (hostile) throw unprocessable('invalid', [hostile]);
  return json;
}

/**
 * Parses the JSON of a body whose signature was checked, by the schema: 400 when it is not JSON, 422 with every fault when
 * it does not fit.
 */
export function readSigned<Schema extends z.ZodType>(bytes: Buffer, schema: Schema): z.output<Schema> {
  const read = schema.safeParse(parseSigned(bytes), { reportInput: true, error: plainWords });
  if (!read.success) throw unprocessable('invalid', faultsOf(read.error.issues));
  return read.data;
}
