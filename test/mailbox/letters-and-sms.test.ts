import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LetterKind } from '../../domain/ladder/step.ts';
import { createMailboxPrint } from '../../providers/print/mailbox-print.ts';
import type { ProofKind } from '../../providers/print/port.ts';
import { readPrintWebhook } from '../../providers/print/webhooks.ts';
import { createMailboxSms } from '../../providers/sms/mailbox-sms.ts';
import { noAbort } from '../providers/sample-email.ts';
import { sampleLetter } from '../providers/sample-letter.ts';
import { post, type TemporaryMailbox, temporaryMailbox } from './temporary-mailbox.ts';

// The local mailbox in place of a print and an SMS provider.

const SECRET = `whsec_${Buffer.from('the secret of these tests').toString('base64')}`;
let mailbox: TemporaryMailbox;
let api: Server;
let received: { headers: IncomingHttpHeaders; body: Buffer }[];

beforeEach(async () => {
  received = [];
  api = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(200).end('{}');
    });
  });
  api.listen(0, '127.0.0.1');
  await once(api, 'listening');
  const apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  mailbox = await temporaryMailbox({ apiUrl, webhookSecret: SECRET });
});
afterEach(async () => {
  await mailbox.stop();
  api.close().closeAllConnections();
});

async function posted(kind: LetterKind = 'registered'): Promise<{ reference: string; pdf: Uint8Array }> {
  const letter = { ...sampleLetter(), kind };
  await createMailboxPrint({ baseUrl: mailbox.url }).submit(letter, noAbort());
  return letter;
}
const tell = async (reference: string, event: string) => {
  expect((await post(`${mailbox.url}/letters/${reference}/webhooks`, { event })).status).toBe(200);
  const { body, headers } = received.at(-1)!;
  const read = readPrintWebhook('mailbox', body, headers, { merciFacteur: [], maileva: null, mailbox: [SECRET] });
  return read?.kind === 'events' ? read.events[0] : undefined;
};

test('a letter is shown as it would be printed: the very bytes, as a PDF in the browser', async () => {
  const { reference, pdf } = await posted();
  const answer = await fetch(`${mailbox.url}/letters/${reference}/pdf`);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toMatch(/^inline/);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(pdf));
  expect((await fetch(`${mailbox.url}/letters/${crypto.randomUUID()}/pdf`)).status).toBe(404);
});

test('what it tells of a letter comes with the document that a provider would give, which says that it proves nothing', async () => {
  const { reference } = await posted();
  const signed = await tell(reference, 'signed');
  expect(signed).toMatchObject({
    reference,
    event: 'signed',
    proof: { kind: 'receipt', contentType: 'application/pdf' },
  });
  const document = await PDFDocument.load(signed!.proof!.bytes);
  expect(document.getTitle()).toBe('Accusé de réception signé (essai, sans valeur)');
  expect((await tell(reference, 'signed'))!.proof!.bytes).toEqual(signed!.proof!.bytes);
  expect(await tell(reference, 'awaiting_signature')).toMatchObject({ event: 'awaiting_signature', proof: null });
});

const HOUR_MS = 3_600_000;
/** What the mailbox answers about a letter of this age. */
async function askedAfter(reference: string, hours: number, known: ProofKind[] = []) {
  const query = { reference, providerReference: null, trackingNumber: null, kind: 'registered' as const, known };
  const state = await createMailboxPrint({ baseUrl: mailbox.url }).ask({ ...query, ageMs: hours * HOUR_MS }, noAbort());
  if (state.kind !== 'found') return state;
  return { events: state.events, isComplete: state.isComplete, proofs: state.proofs.map(({ kind }) => kind) };
}

test.each([
  ['simple', 8, ['printed', 'deposited'], []],
  ['registered', 56, ['printed', 'deposited', 'first_presented'], ['deposit']],
  ['ere_simple', 8, ['deposited', 'awaiting_signature'], ['deposit']],
] as const)(
  'what a provider reports of a letter (%s) on its way it reports by itself when asked; the end is its recipient’s',
  async (kind, hours, events, proofs) => {
    const { reference } = await posted(kind);
    expect(await askedAfter(reference, hours)).toEqual({ events, isComplete: true, proofs });
    expect(await askedAfter(reference, 24 * 40, ['deposit'])).toEqual({ events, isComplete: true, proofs: [] });
    // Its page says so too, and nothing was sent to the API for it.
    expect(await (await fetch(`${mailbox.url}/letters/${reference}`)).json()).toMatchObject({ events });
    expect(received).toEqual([]);
  },
);

test('a registered letter is printed, then posted, then waits at the post office, and is asked about until it does', async () => {
  const { reference } = await posted('registered');
  expect(await askedAfter(reference, 1)).toEqual({ events: [], isComplete: false, proofs: [] });
  expect(await askedAfter(reference, 5)).toEqual({ events: ['printed'], isComplete: false, proofs: [] });
  expect(await askedAfter(reference, 20)).toMatchObject({ events: ['printed', 'deposited'], isComplete: false });
});

test('nothing more comes by itself of a letter whose end was reported', async () => {
  const { reference } = await posted('ere_simple');
  await tell(reference, 'signed');
  expect(await askedAfter(reference, 48)).toEqual({ events: ['signed'], isComplete: true, proofs: [] });
  expect(await askedAfter(crypto.randomUUID(), 48)).toEqual({ kind: 'not_found' });
});

test('its page has letters and SMS beside the mails, and loads only from here', async () => {
  const html = await (await fetch(mailbox.url)).text();
  expect(html).toMatch(/href="#letters"[^>]*>Courriers</);
  expect(html).toMatch(/href="#sms"[^>]*>SMS</);
  expect((await fetch(`${mailbox.url}/papers.js`)).headers.get('content-type')).toMatch(/javascript/);
});

test('an SMS is kept, and no SMS is a letter', async () => {
  const reference = crypto.randomUUID();
  const sms = { reference, to: '+33612345678', sender: 'GARONNE', text: 'Rappel', unicode: false };
  await createMailboxSms({ baseUrl: mailbox.url }).send(sms, noAbort());
  expect(await (await fetch(`${mailbox.url}/sms/${reference}`)).json()).toMatchObject({
    to: '+33612345678',
    text: 'Rappel',
  });
  expect((await fetch(`${mailbox.url}/letters/${reference}/pdf`)).status).toBe(404);
});
