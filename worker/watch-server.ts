import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Check } from '../metrics/check.ts';

export interface Watched {
  /** Prometheus text and its content type. */
  metrics: () => Promise<{ text: string; contentType: string }>;
  /** Everything that the worker needs, by name. */
  checks: () => Promise<Record<string, Check>>;
}

export interface WatchServer {
  address: string;
  close: () => Promise<void>;
}

/** Serves `/metrics`, `/healthz` and `/readyz` of a worker on a port of its own. Throws when that port is taken. */
export async function startWatchServer(at: { host: string; port: number }, watched: Watched): Promise<WatchServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*$/, '');
    answer(path, response, watched).catch(() => {
      response.statusCode = 500;
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  });
  // This server must not keep the process alive.
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { address: `http://${at.host}:${port}`, close: () => closed(server) };
}

async function answer(path: string, response: ServerResponse, watched: Watched): Promise<void> {
  if (path === '/healthz') return json(response, 200, { status: 'ok' });
  if (path === '/readyz') {
    const checks = await watched.checks();
    const ready = Object.values(checks).every(({ ok }) => ok);
    return json(response, ready ? 200 : 503, { status: ready ? 'ok' : 'not_ready', checks });
  }
  if (path !== '/metrics') return json(response, 404, { status: 'not_found' });
  const { text, contentType } = await watched.metrics();
  response.setHeader('Content-Type', contentType);
  response.end(text);
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body));
}

async function closed(server: Server): Promise<void> {
  const done = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  server.closeAllConnections();
  await done;
}
