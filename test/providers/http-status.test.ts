import { expect, test } from 'vitest';
import { outcomeOf } from '../../providers/email/resend-outcome.ts';
import { failedCall } from '../../providers/http-status.ts';

const answered = (status: number, body?: unknown, retryAfter: string | null = null) => ({
  kind: 'answered' as const,
  status,
  retryAfter,
  contentType: 'application/json',
  bytes: Buffer.alloc(0),
  body,
});
const cut = (status: number) => ({ kind: 'unreadable' as const, status });

/** The outcome of every status from 100 to 599; consecutive statuses with one outcome are one line: `408 unknown`. */
function outcomesBy(kindOf: (status: number) => string): string[] {
  const found: { from: number; to: number; kind: string }[] = [];
  for (let status = 100; status < 600; status += 1) {
    const kind = kindOf(status);
    const last = found.at(-1);
    if (last?.kind === kind) last.to = status;
    else found.push({ from: status, to: status, kind });
  }
  return found.map(({ from, to, kind }) => `${from === to ? from : `${from}–${to}`} ${kind}`);
}

test('what a status says is the same of a mail, of a letter and of an SMS', () => {
  const expected = [
    '100–199 misconfigured',
    '200–299 unknown',
    '300–399 misconfigured',
    '400 refused',
    '401–405 misconfigured',
    '406–407 refused',
    '408–409 unknown',
    '410–420 refused',
    '421 misconfigured',
    '422–424 refused',
    '425 unknown',
    '426–428 refused',
    '429 not_accepted',
    '430–498 refused',
    '499–599 unknown',
  ];
  expect(outcomesBy((status) => outcomeOf(answered(status)).kind)).toEqual(expected);
  expect(outcomesBy((status) => failedCall(answered(status)).kind)).toEqual(expected);
});

test('of an answer cut short nobody knows, whatever its status', () => {
  expect(outcomesBy((status) => outcomeOf(cut(status)).kind)).toEqual(['100–599 unknown']);
  expect(outcomesBy((status) => failedCall(cut(status)).kind)).toEqual(['100–599 unknown']);
});

test.each([
  ['TimeoutError', 'timeout'],
  ['AbortError', 'timeout'],
  ['ECONNRESET', 'connection_lost'],
])('without an answer (%s) nobody knows', (seen, code) => {
  expect(outcomeOf({ kind: 'lost', code: seen })).toMatchObject({ kind: 'unknown', code });
  expect(failedCall({ kind: 'lost', code: seen })).toMatchObject({ kind: 'unknown', code });
});

test('what never left was certainly not accepted', () => {
  const expected = {
    kind: 'not_accepted',
    code: 'unreachable',
    detail: 'The provider could not be reached (ECONNREFUSED).',
    retryAfterMs: null,
  };
  expect(outcomeOf({ kind: 'never_connected', code: 'ECONNREFUSED' })).toEqual(expected);
  expect(failedCall({ kind: 'never_connected', code: 'ECONNREFUSED' })).toEqual(expected);
});

test('too many calls: no sooner than the provider allows', () => {
  const expected = { kind: 'not_accepted', code: 'http_429', retryAfterMs: 7_000 };
  expect(outcomeOf(answered(429, {}, '7'))).toMatchObject(expected);
  expect(failedCall(answered(429, {}, '7'))).toMatchObject(expected);
});

test('a conflict in the provider’s own words: of a mail its name decides, a letter is refused', () => {
  expect(outcomeOf(answered(409, { name: 'concurrent_idempotent_requests' }))).toMatchObject({ kind: 'unknown' });
  expect(outcomeOf(answered(409, { name: 'invalid_idempotent_request' }))).toMatchObject({ kind: 'refused' });
  expect(failedCall(answered(409), { code: 'ADDRESS', text: 'Unknown.' })).toMatchObject({
    kind: 'refused',
    code: 'ADDRESS',
  });
});

test('a success that cannot be read: it was taken, or nobody knows', () => {
  expect(outcomeOf(answered(200, {}))).toMatchObject({ kind: 'unknown', code: 'unreadable_answer' });
  expect(outcomeOf(cut(200))).toMatchObject({ kind: 'unknown', code: 'unreadable_answer' });
  expect(failedCall(answered(200, {}))).toMatchObject({ kind: 'unknown', code: 'unreadable_answer' });
  expect(failedCall(cut(200))).toMatchObject({ kind: 'unknown', code: 'unreadable_answer' });
});
