import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get as getRaw, type IncomingMessage, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../api/frame/app.ts';
import { routes } from '../../../api/routes.ts';
import { sharedApi } from './running-api.ts';

const PAGE = '<!doctype html><title>Console</title>';
const SCRIPT = `console.log('${'y'.repeat(5_000)}');`;
let folder: string;
let api: Awaited<ReturnType<typeof sharedApi>>;
let http: Server;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relance-console-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'index-a1b2c3.js'), `console.log('${'x'.repeat(5_000)}');`);
  writeFileSync(join(folder, 'assets', 'page-d4e5f6.js'), SCRIPT);
  writeFileSync(join(folder, 'assets', 'page-d4e5f6.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, 'assets', 'page-d4e5f6.js.gz'), gzipSync(SCRIPT, { level: 1 }));
  api = await sharedApi();
  http = createServer(createApp(routes, api.context, folder)).listen(0, '127.0.0.1');
  await new Promise((resolve) => http.once('listening', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(async () => {
  http.close();
  rmSync(folder, { recursive: true });
});

const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const get = (path: string, headers: Record<string, string> = BROWSER) => fetch(url + path, { headers });

/** The bytes as they are transferred; `fetch` would decompress them. */
async function bytesOf(path: string, encodings: string): Promise<{ of: IncomingMessage; bytes: Buffer }> {
  const headers = encodings ? { 'Accept-Encoding': encodings } : {};
  const of = await new Promise<IncomingMessage>((resolve) => getRaw(url + path, { headers }, resolve));
  return { of, bytes: await buffer(of) };
}

describe('the console, where it is built', () => {
  it.each(['/', '/clients/018f0000-0000-7000-8000-00000000ffff', '/relances?niveau=2', '/index.html'])(
    'is what a browser gets at %s, asked about each time',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, await answer.text(), answer.headers.get('cache-control')]).toEqual([
        200,
        PAGE,
        'no-cache',
      ]);
      expect(answer.headers.get('content-type')).toContain('text/html');
    },
  );

  it('loads nothing from elsewhere and runs no script that stands in a page', async () => {
    const policy = (await get('/relances')).headers.get('content-security-policy') ?? '';
    const of = Object.fromEntries(
      policy.split(';').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
    );
    expect(of).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'frame-src': "'self' blob: data:",
      'object-src': "'none'",
      'frame-ancestors': "'self'",
    });
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it.each([
    ['br', 'gzip, deflate, br, zstd', brotliCompressSync(SCRIPT)],
    ['gzip', 'gzip', gzipSync(SCRIPT, { level: 1 })],
    ['gzip', 'br;q=0, gzip;q=0.5', gzipSync(SCRIPT, { level: 1 })],
    [undefined, '', Buffer.from(SCRIPT)],
    [undefined, 'identity', Buffer.from(SCRIPT)],
  ])('has its files as the build packed them: %s to who takes “%s”', async (encoding, taken, packed) => {
    const { of, bytes } = await bytesOf('/assets/page-d4e5f6.js', taken);
    expect([of.statusCode, of.headers['content-encoding'], bytes.equals(packed)]).toEqual([200, encoding, true]);
    expect(of.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringMatching(/^text\/javascript; charset=utf-8$/i),
      vary: 'Accept-Encoding',
    });
  });

  it('has its files for a year, by their content’s name, and compressed where the build has not; others are asked about', async () => {
    const file = await get('/assets/index-a1b2c3.js', { 'Accept-Encoding': 'br' });
    expect([file.status, file.headers.get('cache-control'), file.headers.get('content-encoding')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'br',
    ]);
    expect((await file.text()).length).toBeGreaterThan(5_000);
    expect((await get('/favicon.svg', {})).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/v1/nowhere', '/v1', '/docs/nowhere', '/metrics/x', '/assets/gone-000.js'])(
    'is not what stands at %s: that is a 404 to a browser too',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    },
  );

  it('is no answer to a program, nor to anything but a reading', async () => {
    expect((await get('/clients/x', { Accept: 'application/json' })).status).toBe(404);
    expect((await get('/clients/x', { Accept: '*/*' })).status).toBe(404);
    expect((await fetch(`${url}/clients/x`, { method: 'POST', headers: BROWSER })).status).toBe(404);
  });

  it('is at its first address also what `curl` and an uptime check get, and a program that asks for JSON still does not', async () => {
    const bare = await new Promise<IncomingMessage>((resolve) => getRaw(url, resolve));
    expect([bare.statusCode, (await buffer(bare)).toString()]).toEqual([200, PAGE]);
    expect(await (await get('/', { Accept: '*/*' })).text()).toBe(PAGE);
    expect((await fetch(url, { method: 'HEAD', headers: { Accept: '*/*' } })).status).toBe(200);
    for (const Accept of ['application/json', 'application/json, text/plain, */*', 'text/csv'])
      expect([Accept, (await get('/', { Accept })).status]).toEqual([Accept, 404]);
  });

  it('leaves the API’s description, health and figures where they are', async () => {
    for (const path of ['/openapi.json', '/healthz', '/metrics', '/docs']) {
      const answer = await get(path);
      expect([path, answer.status, (await answer.text()) === PAGE]).toEqual([path, 200, false]);
    }
  });
});

describe('the console, where it is not built', () => {
  it('leaves a page that says where things are, and nothing else', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'relance-no-console-'));
    const other = createServer(createApp(routes, api.context, empty)).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const at = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    expect(await (await fetch(at, { headers: BROWSER })).text()).toContain('/docs');
    expect((await fetch(`${at}/clients`, { headers: BROWSER })).status).toBe(404);
    other.close();
    rmSync(empty, { recursive: true });
  });
});
