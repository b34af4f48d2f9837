import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMailboxProvider } from '../../providers/email/resend.ts';
import { temporaryMailbox } from '../mailbox/temporary-mailbox.ts';
import type { TemporaryMailbox } from '../mailbox/temporary-mailbox.ts';
import { noAbort, sampleEmail } from './sample-email.ts';

let mailbox: TemporaryMailbox;
let keys = 0;
const freshKey = () => `key-${(keys += 1)}`;
const provider = (timeoutMs = 30_000) => createMailboxProvider({ baseUrl: mailbox.url, timeoutMs });
const mailsWith = async (key: string) => (await mailbox.mails()).filter((mail) => mail.idempotency_key === key);

beforeAll(async () => {
  mailbox = await temporaryMailbox();
});
afterEach(() => mailbox.order({ next: 0 }));
afterAll(() => mailbox.stop());

describe('a mail that is accepted', () => {
  test('arrives with the very bytes that were handed over', async () => {
    const email = sampleEmail({
      cc: ['compta@client.example'],
      replyTo: 'durand@durand.example',
      idempotencyKey: freshKey(),
    });
    const outcome = await provider().send(email, noAbort());
    const [mail] = await mailsWith(email.idempotencyKey);
    expect(outcome).toEqual({ kind: 'accepted', reference: mail?.id });
    expect(mail).toMatchObject({
      from: email.from,
      to: email.to,
      cc: ['compta@client.example'],
      reply_to: ['durand@durand.example'],
      subject: email.subject,
      html: email.html,
      text: email.text,
      tags: [{ name: 'message_id', value: '0199-aaaa' }],
    });
    const bytes = Buffer.from(email.attachments[0]?.content ?? []);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(mail?.attachments).toEqual([
      { filename: 'relance.pdf', content_type: 'application/pdf', sha256, size: bytes.length },
    ]);
    const fetched = await fetch(`${mailbox.url}/messages/${mail?.id}/attachments/0`);
    expect(Buffer.from(await fetched.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('gives the same reference when it is handed over again, and arrives once', async () => {
    const email = sampleEmail({ idempotencyKey: freshKey() });
    const first = await provider().send(email, noAbort());
    const second = await provider().send(email, noAbort());
    expect(second).toEqual(first);
    expect(await mailsWith(email.idempotencyKey)).toHaveLength(1);
  });

  test('cannot be followed by other content under the same key', async () => {
    const email = sampleEmail({ idempotencyKey: freshKey() });
    await provider().send(email, noAbort());
    const outcome = await provider().send({ ...email, text: 'Autre texte' }, noAbort());
    expect(outcome).toMatchObject({ kind: 'refused', code: 'invalid_idempotent_request' });
    expect(await mailsWith(email.idempotencyKey)).toHaveLength(1);
  });
});

describe('a try that fails', () => {
  test.each([
    ['accept_then_reset', { kind: 'unknown', code: 'connection_lost' }, 1],
    ['accept_then_timeout', { kind: 'unknown', code: 'timeout' }, 1],
    ['bad_body', { kind: 'unknown', code: 'unreadable_answer' }, 1],
    ['reset', { kind: 'unknown', code: 'connection_lost' }, 0],
    ['timeout', { kind: 'unknown', code: 'timeout' }, 0],
    ['500', { kind: 'unknown', code: 'internal_server_error' }, 0],
    ['409', { kind: 'unknown', code: 'concurrent_idempotent_requests' }, 0],
    ['429', { kind: 'not_accepted', code: 'rate_limit_exceeded', retryAfterMs: 1000 }, 0],
    ['422', { kind: 'refused', code: 'validation_error' }, 0],
  ])('by %s tells what is known, and the next try leaves exactly one mail', async (kind, expected, acceptedBefore) => {
    const email = sampleEmail({ idempotencyKey: freshKey() });
    await mailbox.order({ next: 1, kind });
    // Only faults without an answer make the test wait, and each wait is long enough for the mail to be accepted.
    const timeoutMs = kind.endsWith('timeout') ? 1_500 : undefined;
    expect(await provider(timeoutMs).send(email, noAbort())).toMatchObject(expected);
    expect(await mailsWith(email.idempotencyKey)).toHaveLength(acceptedBefore);
    expect(await provider().send(email, noAbort())).toMatchObject({ kind: 'accepted' });
    expect(await mailsWith(email.idempotencyKey)).toHaveLength(1);
  });

  test('because the mailbox never answers is over in seconds: thirty of them, the tries of 23 hours, pass in two minutes', async () => {
    await mailbox.order({ next: 1, kind: 'timeout' });
    const askedAt = performance.now();
    const asked = createMailboxProvider({ baseUrl: mailbox.url });
    const outcome = await asked.send(sampleEmail({ idempotencyKey: freshKey() }), noAbort());
    expect(outcome).toMatchObject({ kind: 'unknown', code: 'timeout' });
    expect(performance.now() - askedAt).toBeLessThan(10_000);
  });

  test('because the caller stopped waiting is unknown, and never tried when it stopped before', async () => {
    const email = sampleEmail({ idempotencyKey: freshKey() });
    await mailbox.order({ next: 1, kind: 'accept_then_timeout' });
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 500);
    expect(await provider(60_000).send(email, stopping.signal)).toMatchObject({ kind: 'unknown', code: 'timeout' });
    const never = sampleEmail({ idempotencyKey: freshKey() });
    expect(await provider().send(never, stopping.signal)).toMatchObject({ kind: 'not_accepted', code: 'not_started' });
    expect(await mailsWith(never.idempotencyKey)).toHaveLength(0);
  });
});

describe('line breaks', () => {
  test('in a subject or a file name become spaces and never a header of their own', async () => {
    const email = sampleEmail({ idempotencyKey: freshKey(), subject: 'Relance\r\nBcc: tous@exemple.example' });
    const [file] = email.attachments;
    email.attachments = [{ ...file!, filename: 'relance\n.pdf' }];
    expect(await provider().send(email, noAbort())).toMatchObject({ kind: 'accepted' });
    const [mail] = await mailsWith(email.idempotencyKey);
    expect(mail).toMatchObject({
      subject: 'Relance Bcc: tous@exemple.example',
      bcc: [],
      attachments: [{ filename: 'relance .pdf' }],
    });
  });

  test.each([
    ['to', { to: ['a@b.example\r\nBcc: c@d.example'] }, { kind: 'refused', code: 'invalid_address' }],
    ['cc', { cc: ['a@b.example\nBcc: c@d.example'] }, { kind: 'refused', code: 'invalid_address' }],
    ['replyTo', { replyTo: 'a@b.example\u2028' }, { kind: 'refused', code: 'invalid_address' }],
    ['from', { from: 'Durand\r\n <a@b.example>' }, { kind: 'misconfigured', code: 'invalid_from_address' }],
  ])('in %s keep the mail from leaving', async (_field, change, outcome) => {
    const email = sampleEmail({ idempotencyKey: freshKey(), ...change });
    expect(await provider().send(email, noAbort())).toMatchObject(outcome);
    expect(await mailsWith(email.idempotencyKey)).toHaveLength(0);
  });
});
