import { createHash, randomUUID } from 'node:crypto';
import express from 'express';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { LETTER_EVENTS } from '../../domain/messages/letter-status.ts';
import { byItself } from './letter-course.ts';
import type { PaperLedger, PaperRecord } from './paper-ledger.ts';
import { sendProblem } from './problem.ts';
import { trialProof } from './trial-proof.ts';

const reference = z.string().min(1).max(100);
const letterRequest = z.looseObject({ reference, kind: z.string(), pdf: z.string().min(4) });
const smsRequest = z.looseObject({ reference, to: z.string(), sender: z.string(), text: z.string().min(1) });
const question = z.strictObject({ age_ms: z.number().min(0) });
const eventRequest = z.strictObject({ event: z.enum(LETTER_EVENTS) });

/** What a letter costs at the mailbox, so that a price is shown. */
const POSTAGE_CENTS = 139;

interface Target {
  webhookSecret?: string;
  apiUrl?: string;
}

/**
 * `/letters` and `/sms`: the letters and SMS sent before a creditor is live; `/letters/{reference}/pdf` is the letter as it
 * would be printed.
 */
export function paperRoutes(ledger: PaperLedger, target: Target): express.Router {
  const router = express.Router();
  router.post('/letters', express.json({ limit: '20mb' }), async (request, response) => {
    const read = letterRequest.safeParse(request.body);
    if (!read.success) return sendProblem(response, 422, z.prettifyError(read.error));
    const { reference: key, pdf, ...content } = read.data;
    const sha256 = createHash('sha256').update(Buffer.from(pdf, 'base64')).digest('hex');
    const { id } = await ledger.accept('letter', key, { ...content, pdf, sha256 });
    response.json({ id, postage_cents: POSTAGE_CENTS });
  });
  router.post('/sms', express.json(), async (request, response) => {
    const read = smsRequest.safeParse(request.body);
    if (!read.success) return sendProblem(response, 422, z.prettifyError(read.error));
    const { reference: key, ...content } = read.data;
    const { id } = await ledger.accept('sms', key, content);
    response.json({ id });
  });
  for (const [path, kind] of [['/letters', 'letter'] as const, ['/sms', 'sms'] as const]) {
    router.get(path, (request, response) => {
      const to = typeof request.query['to'] === 'string' ? request.query['to'] : null;
      const all = ledger.newestFirst(kind).filter((record) => to === null || record.content['to'] === to);
      response.json({ data: all.map(shown) });
    });
    router.get(`${path}/:reference`, (request, response) => {
      const record = ledger.find(request.params.reference);
      if (record?.kind !== kind) return sendProblem(response, 404, 'Nothing under this reference.');
      response.json({ ...shown(record), events: ledger.eventsOf(record.reference), tracking_number: null });
    });
  }
  router.post('/letters/:reference/questions', express.json(), (request, response) =>
    answer(ledger, request.params.reference, request.body, response),
  );
  router.get('/letters/:reference/pdf', (request, response) => getPdf(ledger, request.params.reference, response));
  router.post('/letters/:reference/webhooks', express.json(), (request, response) =>
    tell(ledger, target, request.params.reference, request.body, response),
  );
  return router;
}

/**
 * `POST /letters/{reference}/questions {age_ms}`: what became of a letter, as a provider answers. `age_ms` is the letter's
 * age on the clock of whoever asks, since a demonstration moves its own: what a provider would have reported by itself until
 * then is noted as reported.
 */
async function answer(ledger: PaperLedger, key: string, body: unknown, response: express.Response): Promise<void> {
  const record = ledger.find(key);
  if (record?.kind !== 'letter') return sendProblem(response, 404, 'No such letter.');
  const asked = question.safeParse(body);
  if (!asked.success) return sendProblem(response, 422, z.prettifyError(asked.error));
  const { kind } = record.content;
  const { events: news, isComplete } = byItself(kind, asked.data.age_ms, ledger.eventsOf(key));
  for (const event of news) ledger.note(key, event);
  const events = ledger.eventsOf(key);
  const isTraced = kind !== 'simple' && events.includes('deposited');
  const deposit = isTraced ? await trialProof(record, 'deposited') : null;
  response.json({ events, tracking_number: null, proofs: deposit ? [deposit] : [], is_complete: isComplete });
}

function getPdf(ledger: PaperLedger, key: string, response: express.Response): void {
  const pdf = ledger.find(key)?.content['pdf'];
  if (typeof pdf !== 'string') return sendProblem(response, 404, 'No such letter.');
  response.type('application/pdf').set('Content-Disposition', 'inline; filename="courrier.pdf"');
  response.send(Buffer.from(pdf, 'base64'));
}

function shown({ content, ...record }: PaperRecord) {
  const { pdf: _pdf, ...rest } = content;
  return { ...record, ...rest };
}

/**
 * `POST /letters/{reference}/webhooks {event}`: sends the event with its document to the API, signed, and answers with the
 * API's status.
 */
async function tell(
  ledger: PaperLedger,
  { webhookSecret, apiUrl }: Target,
  key: string,
  body: unknown,
  response: express.Response,
): Promise<void> {
  const record = ledger.find(key);
  if (record?.kind !== 'letter') return sendProblem(response, 404, 'No such letter.');
  const order = eventRequest.safeParse(body);
  if (!order.success) return sendProblem(response, 422, z.prettifyError(order.error));
  if (webhookSecret === undefined || apiUrl === undefined)
    return sendProblem(response, 503, 'Set MAILBOX_WEBHOOK_SECRET and RELANCE_API_URL to send events to the API.');
  ledger.note(key, order.data.event);
  const proof = await trialProof(record, order.data.event);
  const text = JSON.stringify({ reference: key, id: record.id, event: order.data.event, ...(proof ? { proof } : {}) });
  const id = `msg_${randomUUID()}`;
  const now = new Date();
  const answer = await fetch(`${apiUrl}/v1/webhooks/print/mailbox`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(webhookSecret).sign(id, now, text),
    },
    body: text,
    signal: AbortSignal.timeout(30_000),
  });
  response
    .status(answer.status)
    .type('application/json')
    .end(await answer.text());
}
