import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LookUp, LookUpCursor } from '../../providers/email/port.ts';
import { createMailboxProvider, createResendProvider } from '../../providers/email/resend.ts';
import { type TemporaryMailbox, temporaryMailbox } from '../mailbox/temporary-mailbox.ts';
import { noAbort, sampleEmail } from './sample-email.ts';

let mailbox: TemporaryMailbox;
beforeEach(async () => {
  mailbox = await temporaryMailbox();
});
afterEach(() => mailbox.stop());

const TO = 'Claire Petit <claire@client.example>';
const tagged = (tag: string, more = {}) =>
  sampleEmail({ to: [TO], idempotencyKey: tag, tags: [{ name: 'message_id', value: tag }], ...more });
const accept = (tag: string, more = {}) =>
  createMailboxProvider({ baseUrl: mailbox.url }).send(tagged(tag, more), noAbort());

/** The whole look-up, request after request, as a message's workflow does it. */
async function lookUp(tag: string, more: { to?: string[]; sinceAt?: Date; baseUrl?: string } = {}) {
  const provider = createResendProvider({ apiKey: 're_test', baseUrl: more.baseUrl ?? mailbox.url, timeoutMs: 2_000 });
  const query = {
    messageTag: tag,
    to: more.to ?? ['claire@client.example'],
    subject: sampleEmail().subject,
    sinceAt: more.sinceAt ?? new Date(Date.now() - 60_000),
  };
  let cursor: LookUpCursor | null = null;
  for (let requests = 1; ; requests += 1) {
    const answer: LookUp = await provider.lookUp(query, cursor, noAbort());
    if (answer.kind !== 'more') return { ...answer, requests };
    cursor = answer.cursor;
  }
}

describe('asked about a mail whose answer was lost, the provider', () => {
  test('finds it by the tag that was sent with it', async () => {
    await mailbox.order({ next: 1, kind: 'accept_then_reset' });
    expect(await accept('m-1')).toMatchObject({ kind: 'unknown' });
    const [mail] = await mailbox.mails();
    expect(await lookUp('m-1')).toEqual({ kind: 'found', reference: mail?.id, event: 'sent', requests: 3 });
  });

  test('does not take a mail for ours because it says the same to the same person', async () => {
    await accept('another');
    expect(await lookUp('m-1')).toMatchObject({ kind: 'not_found' });
  });

  test('finds ours among others like it', async () => {
    const other = await accept('another');
    const ours = await accept('m-1');
    await accept('a-third');
    const found = await lookUp('m-1');
    expect(found).toMatchObject({ kind: 'found' });
    expect(
      [other, ours].map((one) => 'reference' in one && 'reference' in found && one.reference === found.reference),
    ).toEqual([false, true]);
  });

  test('is not asked for more when nothing of the kind has left', async () => {
    await accept('m-2', { to: ['paul@client.example'] });
    expect(await lookUp('m-1')).toEqual({ kind: 'not_found', requests: 1 });
  });

  test('is asked page after page, and no further back than the first try', async () => {
    await accept('m-1');
    for (let count = 0; count < 120; count += 1) await accept(`other-${count}`, { to: [`p${count}@client.example`] });
    expect(await lookUp('m-1')).toMatchObject({ kind: 'found', requests: 5 });
    expect(await lookUp('m-1', { sinceAt: new Date(Date.now() + 600_000) })).toMatchObject({
      kind: 'not_found',
      requests: 1,
    });
  });

  test('that cannot be reached, or may not be read with this key, teaches nothing', async () => {
    const { url } = mailbox;
    expect(await lookUp('m-1', { baseUrl: `${url}/nowhere` })).toMatchObject({ kind: 'no_answer', code: 'http_404' });
    expect(await lookUp('m-1', { baseUrl: 'http://mail.invalid' })).toMatchObject({ kind: 'no_answer' });
  });
});
