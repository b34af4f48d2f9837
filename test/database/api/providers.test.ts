import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi } from './running-api.ts';

// The local mailbox as an installation's print and SMS provider, and what each of its creditors can use of it.

let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
beforeAll(async () => {
  api = await startApi(undefined, { print: { provider: 'mailbox' }, sms: { provider: 'mailbox', sender: null } });
});
afterAll(() => api.stop());
beforeEach(async () => {
  ours = await api.newCreditor();
});

const providers = async (key = ours.collector) => (await api.ask('GET', '/v1/settings/providers', { key })).body;
const change = (body: object, key = ours.supervisor) =>
  api.ask('PATCH', '/v1/settings', { key, body, headers: { 'If-Match': '*' } });
const automatic = async (step: object) => {
  const { data } = (await api.ask('GET', '/v1/templates?limit=200', { key: ours.collector })).body;
  const kind = 'letter_kind' in step ? 'email' : 'sms';
  const template = data.find((one: { kind: string; level: number }) => one.kind === kind && one.level === 1);
  const steps = [
    { key: 'un', level: 1, anchor: 'due_on', delay_days: 1, mode: 'automatic', template_id: template.id, ...step },
  ];
  return api.ask('POST', '/v1/scenarios', { key: ours.supervisor, body: { name: crypto.randomUUID(), steps } });
};
const LETTER = { kind: 'letter', letter_kind: 'simple' };

describe('The providers of a creditor', () => {
  it('are those of the installation until he switches them off, and are his again when he says so', async () => {
    expect(await providers()).toMatchObject({
      print: { provider: 'mailbox', letter_kinds: ['simple', 'registered', 'ere_simple'] },
      sms: { provider: 'mailbox', sender: null },
      installed: { print: 'mailbox', sms: 'mailbox' },
    });
    expect((await automatic(LETTER)).status).toBe(201);
    expect((await automatic({ kind: 'sms' })).status).toBe(201);
    // Temporal is away here: the setting is stored, and the plans are told later.
    expect((await change({ print_enabled: false, sms_enabled: false })).body.code).toBe('stored_not_told');
    const stored = await api.ask('GET', '/v1/settings', { key: ours.collector });
    expect(stored.body).toMatchObject({ print_enabled: false, sms_enabled: false });
    expect(await providers()).toMatchObject({
      print: null,
      sms: null,
      installed: { print: 'mailbox', sms: 'mailbox' },
    });
    const refused = [await automatic(LETTER), await automatic({ kind: 'sms' })];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'no_print_connector'],
      [422, 'no_sms_connector'],
    ]);
    await change({ print_enabled: true });
    expect((await automatic(LETTER)).status).toBe(201);
  });

  it('let a scenario be changed while they are switched off, but for what would leave by itself anew', async () => {
    const { id, steps } = (await automatic(LETTER)).body;
    const [step] = steps;
    await change({ print_enabled: false });
    const changed = (...of: object[]) =>
      api.ask('PATCH', `/v1/scenarios/${id}`, {
        key: ours.supervisor,
        body: { steps: of },
        headers: { 'If-Match': '*' },
      });
    const later = await changed({ ...step, delay_days: 20 });
    expect([later.status, later.body.steps[0]]).toEqual([200, { ...step, delay_days: 20 }]);
    for (const [at, of] of [
      [1, [step, { ...step, key: 'deux', level: 2, anchor: 'previous_step' }]],
      [0, [{ ...step, letter_kind: 'registered' }]],
    ] as const)
      expect((await changed(...of)).body).toMatchObject({
        code: 'no_print_connector',
        errors: [{ pointer: `/steps/${at}/mode` }],
      });
    // An action that was given up has to be asked for again once the provider is on again.
    expect((await changed({ ...step, mode: 'to_confirm' })).status).toBe(200);
    expect((await changed(step)).body.code).toBe('no_print_connector');
  });

  it('are his alone to switch: another creditor keeps his, and a collector may not', async () => {
    const theirs = await api.newCreditor();
    await change({ print_enabled: false });
    expect((await providers(theirs.collector)).print).not.toBeNull();
    expect((await change({ print_enabled: true }, ours.collector)).status).toBe(403);
    expect((await change({ print_enabled: 'yes' })).status).toBe(422);
    expect((await providers()).print).toBeNull();
  });

  it('are not the local mailbox once he is live: a letter is a person’s, as without a provider', async () => {
    await api.db.settings.update({ where: { creditorId: ours.id }, data: { liveAt: new Date() } });
    expect(await providers()).toMatchObject({
      print: null,
      sms: null,
      installed: { print: 'mailbox', sms: 'mailbox' },
    });
    expect((await automatic(LETTER)).body.code).toBe('no_print_connector');
  });
});
