import { Agent, get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ok } from '../../../api/frame/answer.ts';
import { defineEndpoint } from '../../../api/frame/endpoint.ts';
import { startApi } from './running-api.ts';

/** An endpoint that answers only when the test lets it. */
function slowEndpoint() {
  let letGo = () => undefined as void;
  let begun = () => undefined as void;
  const mayAnswer = new Promise<void>((resolve) => (letGo = resolve));
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  const endpoint = defineEndpoint({
    method: 'GET',
    path: '/v1/slow',
    tag: 'Test',
    summary: 'Slow',
    who: 'anyone',
    answers: { 200: z.object({ done: z.boolean() }) },
    handle: async () => {
      begun();
      await mayAnswer;
      return ok({ done: true });
    },
  });
  return { endpoint, letGo: () => letGo(), hasBegun };
}

const ask = (url: string, agent: Agent) =>
  new Promise<{ status: number; connection: string | undefined; body: string }>((resolve, reject) => {
    const request = get(url, { agent }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, connection: response.headers.connection, body }),
      );
    });
    request.on('error', reject);
  });

describe('An API that is told to stop', () => {
  it('answers what is under way, takes nothing more, and has ended with its last answer', async () => {
    const { endpoint, letGo, hasBegun } = slowEndpoint();
    const { url, stop } = await startApi([endpoint]);
    const agent = new Agent({ keepAlive: true });
    const answer = ask(`${url}/v1/slow`, agent);
    await hasBegun;
    let isStopped = false;
    const stopped = stop().then(() => (isStopped = true));
    await expect(ask(`${url}/healthz`, new Agent())).rejects.toThrow(/ECONNREFUSED/);
    expect(isStopped).toBe(false);
    letGo();
    expect(await answer).toEqual({ status: 200, connection: 'close', body: '{"done":true}' });
    const since = performance.now();
    await stopped;
    // If the connection had been kept for the next request, it would have taken seconds.
    expect(performance.now() - since).toBeLessThan(2_000);
    agent.destroy();
  });
});

it('keeps a connection longer than the proxies before it, which would answer 502 for a POST that meets its closing', async () => {
  const { url, stop } = await startApi([]);
  const agent = new Agent({ keepAlive: true });
  const keptFor = await new Promise<string | undefined>((resolve, reject) => {
    get(`${url}/healthz`, { agent }, (response) => {
      response.resume();
      resolve(/timeout=(\d+)/.exec(String(response.headers['keep-alive']))?.[1]);
    }).on('error', reject);
  });
  expect(Number(keptFor)).toBeGreaterThan(60);
  agent.destroy();
  await stop();
});
