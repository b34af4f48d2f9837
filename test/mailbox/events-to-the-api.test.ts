import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMailboxProvider } from '../../providers/email/resend.ts';
import { verifyResendWebhook } from '../../providers/email/webhook.ts';
import { noAbort, sampleEmail } from '../providers/sample-email.ts';
import { post, temporaryMailbox } from './temporary-mailbox.ts';
import type { TemporaryMailbox } from './temporary-mailbox.ts';

const SECRET = `whsec_${Buffer.from('the secret of these tests').toString('base64')}`;
let mailbox: TemporaryMailbox;
let receiver: Server;
let received: { path: string | undefined; headers: IncomingHttpHeaders; body: Buffer }[];
let receiverAnswers: number;

beforeEach(async () => {
  received = [];
  receiverAnswers = 204;
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url, headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(receiverAnswers).end();
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const apiUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  mailbox = await temporaryMailbox({ apiUrl, webhookSecret: SECRET });
});
afterEach(async () => {
  await mailbox.stop();
  receiver.close().closeAllConnections();
});

async function acceptedMail(): Promise<string> {
  const outcome = await createMailboxProvider({ baseUrl: mailbox.url }).send(sampleEmail(), noAbort());
  return outcome.kind === 'accepted' ? outcome.reference : '';
}
const ask = (id: string, body: unknown) => post(`${mailbox.url}/messages/${id}/webhooks`, body);

test.each([
  ['email.delivered', { event: 'delivered', bounceType: null }],
  ['email.bounced', { event: 'bounced', bounceType: 'hard' }],
  ['email.complained', { event: 'complained', bounceType: null }],
  ['email.failed', { event: 'failed', detail: 'reached_daily_quota' }],
])('%s reaches the API signed, and reads as the provider’s own', async (type, expected) => {
  const id = await acceptedMail();
  expect((await ask(id, { type })).status).toBe(204);
  const [call] = received;
  expect(call?.path).toBe('/v1/webhooks/resend');
  const verdict = verifyResendWebhook(call?.body ?? Buffer.alloc(0), call?.headers ?? {}, [SECRET]);
  expect(verdict).toMatchObject({
    kind: 'event',
    event: { providerReference: id, messageTag: '0199-aaaa', ...expected },
  });
});

test('a bounce may be a passing one', async () => {
  await ask(await acceptedMail(), { type: 'email.bounced', bounce_type: 'Transient' });
  const verdict = verifyResendWebhook(received[0]?.body ?? Buffer.alloc(0), received[0]?.headers ?? {}, [SECRET]);
  expect(verdict).toMatchObject({ event: { bounceType: 'soft' } });
});

test('the API’s status is the answer’s', async () => {
  receiverAnswers = 503;
  const answer = await ask(await acceptedMail(), { type: 'email.delivered' });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ api_status: 503 });
});

test('an unknown mail, an unknown event, an API that is away: said, and nothing is sent', async () => {
  const id = await acceptedMail();
  expect((await ask('unknown', { type: 'email.delivered' })).status).toBe(404);
  expect((await ask(id, { type: 'email.eaten' })).status).toBe(422);
  expect((await ask(id, {})).status).toBe(422);
  expect(received).toEqual([]);
  await new Promise((closed) => {
    receiver.close(closed).closeAllConnections();
  });
  expect((await ask(id, { type: 'email.delivered' })).status).toBe(502);
});

test('without a secret it says which setting is missing', async () => {
  const bare = await temporaryMailbox();
  await createMailboxProvider({ baseUrl: bare.url }).send(sampleEmail(), noAbort());
  const [mail] = await bare.mails();
  const answer = await post(`${bare.url}/messages/${mail?.id}/webhooks`, { type: 'email.delivered' });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('MAILBOX_WEBHOOK_SECRET');
  await bare.stop();
});
