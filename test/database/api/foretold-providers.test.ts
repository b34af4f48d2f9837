import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { openSendHours, type SendHours } from '../gathering/send-hours.ts';
import { startApi } from './running-api.ts';

// A forecast about a letter or an SMS, before a hold ends or a case moves to another version: it waits for a person where no provider
// sends it.

const LETTER = { kind: 'letter', letterKind: 'simple' } as const;
const STEPS = [
  ['letter', LETTER, 'print_enabled'],
  ['SMS', { kind: 'sms' }, 'sms_enabled'],
] as const;

let api: Awaited<ReturnType<typeof startApi>>;
let hours: SendHours;
let key: string;
beforeAll(async () => {
  api = await startApi(undefined, { print: { provider: 'mailbox' }, sms: { provider: 'mailbox', sender: null } });
  hours = await openSendHours();
  ({ key } = await createKey(hours.db, { creditorId: hours.creditor.id, name: 'Léa', role: 'supervisor' }));
});
afterAll(() => api.stop());

async function ahead(step: (typeof STEPS)[number][1]) {
  const scenarioId = await hours.scenario('invoice', [{ level: 1, anchor: 'due_on', ...step }]);
  const { ids } = await hours.owes(scenarioId, { issued_on: '2026-11-24', due_on: '2027-01-15' });
  return { scenarioId, id: ids[0]! };
}

const read = async (path: string) => (await api.ask('GET', path, { key })).body;
const set = (body: object) => api.ask('PATCH', '/v1/settings', { key, body, headers: { 'If-Match': '*' } });

describe.each(STEPS)('Of a %s it is foretold', (_what, step, field) => {
  it('what leaves once a hold has ended: by itself, and without its provider once a person confirms it', async () => {
    const { id } = await ahead(step);
    const { answer } = await setPause(hours.db, hours.on('2026-11-24T09:00:00Z'), id, { reason: 'Congés' });
    const said = async () => (await read(`/v1/invoices/${id}/explanation?released=${answer.id}`)).sentence as string;
    expect(await said()).toContain('partira');
    await set({ [field]: false });
    expect(await said()).toContain('aucun prestataire ne l’envoie');
    await set({ [field]: true });
    expect(await said()).toContain('partira');
  });

  it('how it leaves by the version that is newest, and by that of now', async () => {
    const { scenarioId, id } = await ahead(step);
    const headers = { 'If-Match': '*' };
    await api.ask('PATCH', `/v1/scenarios/${scenarioId}`, { key, body: { unit: 'level' }, headers });
    const modes = async () => {
      const { data } = await read(`/v1/scenarios/${scenarioId}/moves`);
      return data.map(({ invoice_id, now, then }: Move) => [invoice_id, now.mode, then.mode]);
    };
    expect(await modes()).toEqual([[id, 'automatic', 'automatic']]);
    await set({ [field]: false });
    expect(await modes()).toEqual([[id, 'to_confirm', 'to_confirm']]);
    await set({ [field]: true });
  });
});

interface Move {
  invoice_id: string;
  now: { mode: string };
  then: { mode: string };
}
