import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { startApi } from '../running-api.ts';
import { signedInPerson } from './browser.ts';

it('A page that asks for a list reads the settings of its company once, with a cookie as with a key', async () => {
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  const api = await startApi();
  const ours = await api.newCreditor();
  const { browser } = await signedInPerson(api, ours.id);
  const readings = async (ask: () => Promise<{ status: number }>) => {
    sent.mockClear();
    expect((await ask()).status).toBe(200);
    const texts = sent.mock.calls.map(([config]: unknown[]) => String((config as { text?: string }).text));
    return texts.filter((text) => /\bsettings\b/.test(text)).length;
  };
  for (const path of ['/v1/invoices', '/v1/invoices/counters', '/v1/actions', '/v1/messages?from_on=2026-11-01']) {
    expect([path, await readings(() => browser.ask('GET', path))]).toEqual([path, 1]);
    expect([path, await readings(() => api.ask('GET', path, { key: ours.collector }))]).toEqual([path, 1]);
  }
  sent.mockRestore();
  await api.stop();
});
