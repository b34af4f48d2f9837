import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createResendProvider } from '../../providers/email/resend.ts';
import { noAbort, sampleEmail } from './sample-email.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const servers: Server[] = [];

/** A provider that gives every call the same answer, for answers that the mailbox never gives. */
async function serverThat(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => answer(request, response));
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const sendTo = (baseUrl: string, apiKey = 're_test') =>
  createResendProvider({ apiKey, baseUrl, timeoutMs: 2_000 }).send(sampleEmail(), noAbort());
const saying =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
const error = (status: number, name: string, headers?: Record<string, string>) =>
  saying(status, { statusCode: status, name, message: 'Because.' }, headers);

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

describe('nobody’s mail will pass until operations mend it', () => {
  test.each([
    [401, 'missing_api_key'],
    [401, 'restricted_api_key'],
    [401, 'validation_error'],
    [403, 'invalid_api_key'],
    [403, 'validation_error'],
    [422, 'invalid_from_address'],
    [404, 'not_found'],
    [405, 'method_not_allowed'],
    [421, 'unknown_host'],
  ])('%i %s', async (status, code) => {
    const outcome = await sendTo(await serverThat(error(status, code)));
    expect(outcome).toEqual({ kind: 'misconfigured', code, detail: `${status} ${code}: Because.` });
  });

  test('a redirect, which is not followed: the mail would be sent to somebody else', async () => {
    let followed = 0;
    const elsewhere = await serverThat((request, response) => {
      followed += 1;
      saying(200, { id: 'elsewhere' })(request, response);
    });
    const outcome = await sendTo(await serverThat(saying(307, '', { location: `${elsewhere}/emails` })));
    expect(outcome).toMatchObject({ kind: 'misconfigured', code: 'http_307' });
    expect(followed).toBe(0);
  });
});

describe('certainly not accepted, later is right', () => {
  test.each([
    ['rate_limit_exceeded', { 'retry-after': '2' }, 2000],
    ['daily_quota_exceeded', {}, null],
    ['monthly_quota_exceeded', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, null],
  ])('429 %s', async (code, headers, retryAfterMs) => {
    const outcome = await sendTo(await serverThat(error(429, code, headers)));
    expect(outcome).toMatchObject({ kind: 'not_accepted', code, retryAfterMs });
  });

  test('nobody listens at the address', async () => {
    const url = await serverThat(saying(200, {}));
    for (const server of servers.splice(0)) await new Promise((closed) => server.close(closed));
    expect(await sendTo(url)).toMatchObject({ kind: 'not_accepted', code: 'unreachable' });
  });

  test('the name does not resolve', async () => {
    expect(await sendTo('http://mail.invalid')).toMatchObject({ kind: 'not_accepted', code: 'unreachable' });
  });
});

describe('this mail will never pass', () => {
  test.each([
    [400, 'validation_error'],
    [422, 'invalid_attachment'],
    [422, 'missing_required_field'],
    [451, 'security_error'],
  ])('%i %s', async (status, code) => {
    const outcome = await sendTo(await serverThat(error(status, code)));
    expect(outcome).toEqual({ kind: 'refused', code, detail: `${status} ${code}: Because.` });
  });

  test('too large for a gateway that answers in HTML', async () => {
    const outcome = await sendTo(await serverThat(saying(413, '<html>Payload Too Large')));
    expect(outcome).toMatchObject({ kind: 'refused', code: 'http_413' });
  });
});

describe('it may or may not have been accepted', () => {
  test.each([
    ['200 without an id', saying(200, {})],
    ['200 with an empty id', saying(200, { id: '' })],
    ['200 with an id that is not a text', saying(200, { id: 7 })],
    ['200 null', saying(200, 'null')],
    ['200 in HTML', saying(200, '<html>')],
    ['204', saying(204, '')],
    ['500', error(500, 'application_error')],
    ['502 in HTML', saying(502, '<html>Bad Gateway')],
    ['503 in a gateway’s own JSON', saying(503, { error: 'no upstream' })],
    ['504 null', saying(504, 'null')],
    ['408', saying(408, '')],
    ['409 without a readable reason', saying(409, '<html>')],
    [
      '422 cut in the middle',
      (_request: IncomingMessage, response: ServerResponse) => {
        response.writeHead(422, { 'content-length': '500' });
        response.write('{"name":"', () => response.destroy());
      },
    ],
    [
      'an answer cut in the middle',
      (_request: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '500' });
        response.write('{"id":"', () => response.destroy());
      },
    ],
    [
      'headers, then nothing',
      (_request: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '500' }).flushHeaders();
      },
    ],
  ])('%s', async (_name, answer: Answer) => {
    expect(await sendTo(await serverThat(answer))).toMatchObject({ kind: 'unknown' });
  });
});

test('a key that no header can hold is reported and nothing leaves', async () => {
  let calls = 0;
  const url = await serverThat(() => (calls += 1));
  const provider = createResendProvider({ apiKey: 're_test', baseUrl: url });
  const outcome = await provider.send(sampleEmail({ idempotencyKey: 'clé-€' }), noAbort());
  expect(outcome).toMatchObject({ kind: 'refused', code: 'unsendable' });
  expect(calls).toBe(0);
});

test.each([
  ['an empty key', { apiKey: '' }],
  ['a key with a line break inside', { apiKey: 're_\r\nx' }],
  ['an address that is none', { apiKey: 're_test', baseUrl: 'localhost-8025' }],
])('%s is found when the provider is made', (_what, options) => {
  expect(() => createResendProvider(options)).toThrow();
});
