import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codecApp } from '../../scripts/codec-server/app.ts';
import { codecServerSettings } from '../../scripts/codec-server/settings.ts';

const TOKEN = 'only-who-may-read-the-cases';
const UI = 'http://127.0.0.1:8233';
const SECRET = Buffer.alloc(32, 7).toString('base64');
const ENV = { TEMPORAL_CODEC_KEYS: `2026-11:${SECRET}`, CODEC_TOKEN: TOKEN };

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer(codecApp(codecServerSettings(ENV))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const base64 = (text: string) => Buffer.from(text).toString('base64');
const PLAIN = { metadata: { encoding: base64('json/plain') }, data: base64('{"number":"F-2026-001"}') };

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever it answers
  return { status: response.status, headers: response.headers, body: (await response.json()) as any };
}

const withToken = { Authorization: `Bearer ${TOKEN}` };

describe('The codec server', () => {
  it('encrypts what the UI sends and shows it what the store holds, token in the path; the same for the CLI with a header', async () => {
    const page = { Origin: UI, 'X-Namespace': 'default' };
    const encoded = await post(`/${TOKEN}/encode`, { payloads: [PLAIN, PLAIN] }, page);
    expect(encoded.status).toBe(200);
    expect(encoded.headers.get('access-control-allow-origin')).toBe(UI);
    expect(encoded.body.payloads[0].metadata['encryption-key-id']).toBe(base64('2026-11'));
    expect(encoded.body.payloads[0].data).not.toBe(encoded.body.payloads[1].data);
    for (const [path, headers] of [[`/${TOKEN}/decode`, page] as const, ['/decode', withToken] as const]) {
      const decoded = await post(path, encoded.body, headers);
      expect([decoded.status, decoded.body]).toEqual([200, { payloads: [PLAIN, PLAIN] }]);
    }
    expect((await post('/decode', { payloads: [PLAIN] }, withToken)).body).toEqual({ payloads: [PLAIN] });
  });

  it('tells nothing without the token, with another, or with a part of it', async () => {
    const attempts: [string, Record<string, string>][] = [
      ['/decode', {}],
      ['/encode', {}],
      ['/decode', { Authorization: `Bearer ${TOKEN}x` }],
      ['/decode', { Authorization: TOKEN }],
      [`/${TOKEN.slice(0, -1)}/decode`, {}],
    ];
    for (const [path, headers] of attempts) expect((await post(path, { payloads: [PLAIN] }, headers)).status).toBe(401);
    expect((await post(`/decode?token=${TOKEN}`, { payloads: [] })).status).toBe(401);
  });

  it('is asked by the UI’s pages alone: another page is refused before and with its request', async () => {
    const preflight = (origin: string) => fetch(`${url}/${TOKEN}/decode`, { method: 'OPTIONS', headers: { origin } });
    for (const origin of [UI, 'http://localhost:8233']) {
      const answer = await preflight(origin);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
      expect(answer.headers.get('access-control-allow-headers')).toContain('X-Namespace');
    }
    for (const origin of ['https://evil.example', 'http://127.0.0.1:3000', 'null', `${UI}.evil.example`]) {
      const answer = await preflight(origin);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
      expect((await post('/decode', { payloads: [] }, { ...withToken, Origin: origin })).status).toBe(403);
    }
  });

  it('refuses what is no list of payloads, and says which key is missing', async () => {
    for (const body of [
      '',
      '{',
      '[]',
      '{}',
      { payloads: 1 },
      { payloads: [{ data: 7 }] },
      { payloads: [{ data: '%' }] },
    ])
      expect((await post('/decode', body, withToken)).status).toBe(400);
    const foreign = {
      metadata: { encoding: base64('binary/encrypted'), 'encryption-key-id': base64('2020') },
      data: '',
    };
    const answer = await post('/decode', { payloads: [foreign] }, withToken);
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining('"2020"')]);
    expect((await post('/else', {}, withToken)).status).toBe(404);
  });

  it('does not start without keys or with a short token, and tells no secret', () => {
    const mistake = (env: Record<string, string>) => {
      try {
        return JSON.stringify(codecServerSettings(env));
      } catch (error) {
        return (error as Error).message;
      }
    };
    const said = mistake({ TEMPORAL_CODEC_KEYS: `a:${SECRET},a:${SECRET}`, CODEC_TOKEN: 'hidden-word' });
    expect(said).toMatch(/TEMPORAL_CODEC_KEYS must be a list/);
    expect(said).toMatch(/CODEC_TOKEN must be/);
    expect(said).not.toContain('hidden-word');
    expect(said).not.toContain(SECRET);
    expect(mistake({})).toMatch(
      /- TEMPORAL_CODEC_KEYS is missing: set it to a list like .*\n.*- CODEC_TOKEN is missing: set it to at least 24 letters/,
    );
  });
});
