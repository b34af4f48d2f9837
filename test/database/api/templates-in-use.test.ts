import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { everythingOf } from './everything-of-a-creditor.ts';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
let ids: Record<string, string>;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
  ids = await everythingOf(api.db, ours.id);
});

let serial = 0;
async function newTemplate(): Promise<string> {
  const text = { kind: 'email', language: 'fr', subject: 'Facture', body_html: '<p>Bonjour</p>' };
  const body = { name: `Modèle ${String((serial += 1))}`, level: 1, ...text };
  return (await api.ask('POST', '/v1/templates', { key: ours.supervisor, body })).body.id;
}
const drop = (id: string) => api.ask('DELETE', `/v1/templates/${id}`, { key: ours.supervisor });
async function change(path: string, body: object) {
  const { headers } = await api.ask('GET', path, { key: ours.supervisor });
  return api.ask('PATCH', path, { key: ours.supervisor, body, headers: { 'If-Match': headers.get('etag') ?? '' } });
}
const steps = (templateId: string) => [
  { key: 'r1', level: 1, kind: 'email', anchor: 'due_on', delay_days: 10, mode: 'automatic', template_id: templateId },
];
async function scenarioWith(templateId: string): Promise<string> {
  const body = { name: `Scénario de ${templateId}`, steps: steps(templateId) };
  return (await api.ask('POST', '/v1/scenarios', { key: ours.supervisor, body })).body.id;
}

it('a template for colleagues stands in no step of a scenario', async () => {
  const template = await newTemplate();
  expect((await change(`/v1/templates/${template}`, { level: null, purpose: 'internal' })).body.purpose).toBe(
    'internal',
  );
  const body = { name: 'Au client', steps: steps(template) };
  const { status, body: refused } = await api.ask('POST', '/v1/scenarios', { key: ours.supervisor, body });
  expect([status, refused.code, refused.errors[0].pointer]).toEqual([422, 'internal_template', '/steps/0/template_id']);
});

describe('a template cannot be deleted, made one of another kind, nor one for colleagues,', () => {
  async function expectInUse(templateId: string, by: string) {
    const dropped = await drop(templateId);
    expect([dropped.status, dropped.body.code, dropped.body.detail]).toEqual([
      409,
      'in_use',
      expect.stringContaining(by),
    ]);
    const changed = await change(`/v1/templates/${templateId}`, { kind: 'letter' });
    expect([changed.status, changed.body.code]).toEqual([409, 'in_use']);
    const toColleagues = await change(`/v1/templates/${templateId}`, { purpose: 'internal' });
    expect([toColleagues.status, toColleagues.body.code]).toEqual([409, 'in_use']);
  }

  it('while a scenario uses it', async () => {
    const template = await newTemplate();
    await scenarioWith(template);
    await expectInUse(template, `Scénario de ${template}`);
  });

  it('while an open invoice follows the version of a scenario that did; a closed one keeps nothing', async () => {
    const [template, next] = [await newTemplate(), await newTemplate()];
    const scenario = await scenarioWith(template);
    const version = await api.db.scenarioVersion.findFirstOrThrow({ where: { scenarioId: scenario } });
    const where = { id: ids['invoices']! };
    await api.db.invoice.update({ where, data: { scenarioVersionId: version.id } });
    expect((await change(`/v1/scenarios/${scenario}`, { steps: steps(next) })).status).toBe(200);
    await expectInUse(template, `Scénario de ${template}`);
    await api.db.invoice.update({ where, data: { closedAs: 'paid' } });
    expect((await drop(template)).status).toBe(204);
    await api.db.invoice.update({ where, data: { closedAs: null, scenarioVersionId: null } });
  });

  it('while a specific action that is planned would be written with it', async () => {
    const template = await newTemplate();
    const data = { templateId: template, kind: 'email' } as const;
    const where = { id: ids['specific-actions']! };
    await api.db.action.update({ where, data });
    await expectInUse(template, 'planned');
    await api.db.action.update({ where, data: { state: 'done' } });
    expect((await drop(template)).status).toBe(204);
  });

  it('while a message that is to be written with it waits', async () => {
    const template = await newTemplate();
    const where = { id: ids['messages']! };
    await api.db.message.update({ where, data: { templateId: template, status: 'reserved' } });
    await expectInUse(template, 'message');
    await api.db.message.update({ where, data: { status: 'sent' } });
    expect((await drop(template)).status).toBe(204);
  });
});

describe('a template is deleted', () => {
  it('that nothing ever used', async () => {
    expect((await drop(await newTemplate())).status).toBe(204);
  });

  it('that only an earlier version of a scenario used, which nobody follows: the scenario is as it was', async () => {
    const [template, next] = [await newTemplate(), await newTemplate()];
    const scenario = await scenarioWith(template);
    const { body } = await change(`/v1/scenarios/${scenario}`, { steps: steps(next) });
    expect((await drop(template)).status).toBe(204);
    expect((await api.ask('GET', `/v1/scenarios/${scenario}`, { key: ours.collector })).body).toEqual(body);
    expect((await drop(next)).body.code).toBe('in_use');
  });
});

it('the upgrade puts what was shipped into its folder, but not what somebody renamed or gave another level', async () => {
  const sql = readFileSync('prisma/migrations/20261130050000_template_folders/migration.sql', 'utf8');
  const { id } = await api.db.template.findFirstOrThrow({ where: { creditorId: ours.id, name: 'SMS R2' } });
  const upgraded = async (as: { name: string; level: number }) => {
    await api.db.template.update({ where: { id }, data: { ...as, folder: null } });
    await api.db.$executeRawUnsafe(/^UPDATE[^;]*;/m.exec(sql)![0]);
    return (await api.db.template.findUniqueOrThrow({ where: { id } })).folder;
  };
  expect(await upgraded({ name: 'SMS R2 maison', level: 2 })).toBeNull();
  expect(await upgraded({ name: 'SMS R2', level: 1 })).toBeNull();
  expect(await upgraded({ name: 'SMS R2', level: 2 })).toBe('SMS');
});

it('the upgrade makes the shipped hand-over a text for colleagues, but not where a step or a planned action sends it to customers', async () => {
  const other = await newTemplate();
  const scenario = await scenarioWith(other);
  const name = 'Litige à prendre en charge (interne)';
  const { id } = await api.db.template.findFirstOrThrow({ where: { creditorId: ours.id, name } });
  const migrated = (migration: string) => {
    const sql = readFileSync(`prisma/migrations/${migration}/migration.sql`, 'utf8');
    return api.db.$executeRawUnsafe(/^UPDATE[^;]*'internal'[^;]*;/m.exec(sql)![0]);
  };
  const upgraded = async (called = name) => {
    await api.db.template.update({ where: { id }, data: { name: called, purpose: null } });
    await migrated('20261130040000_template_purposes');
    if (called !== name) await migrated('20261130050001_renamed_internal_templates');
    return (await api.db.template.findUniqueOrThrow({ where: { id } })).purpose;
  };
  const step = (templateId: string) =>
    api.db.scenarioStep.updateMany({ where: { version: { scenarioId: scenario } }, data: { templateId } });
  await step(id);
  expect([await upgraded(), await upgraded('Un litige de plus')]).toEqual([null, null]);
  await step(other);
  const where = { id: ids['specific-actions']! };
  await api.db.action.update({ where, data: { templateId: id, kind: 'email', state: 'open' } });
  expect([await upgraded(), await upgraded('Un litige de plus')]).toEqual([null, null]);
  await api.db.action.update({ where, data: { state: 'done' } });
  // Under another name, the text's own sentence says that it is for colleagues; a text without that sentence stays a text for customers.
  expect([await upgraded(), await upgraded('Un litige de plus')]).toEqual(['internal', 'internal']);
  await api.db.templateVariant.updateMany({ where: { templateId: id }, data: { bodyHtml: '<p>Bonjour</p>' } });
  expect(await upgraded('Un litige de plus')).toBeNull();
});
