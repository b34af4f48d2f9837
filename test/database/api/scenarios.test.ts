import { beforeAll, describe, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
let mail: string;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
  mail = (await api.ask('GET', '/v1/templates?level=1', { key: ours.admin })).body.data[0].id;
});

const step = (changes: object) => ({
  key: 'r1',
  level: 1,
  kind: 'email',
  anchor: 'due_on',
  delay_days: 10,
  mode: 'automatic',
  template_id: mail,
  ...changes,
});
const make = (name: string, steps: unknown[], more: object = {}) =>
  api.ask('POST', '/v1/scenarios', { key: ours.supervisor, body: { name, steps, ...more } });
const shipped = async (name: string) => {
  const { data } = (await api.ask('GET', '/v1/scenarios', { key: ours.collector })).body;
  return data.find((row: { name: string }) => row.name === name);
};

describe('a step that may leave before the debt is due', () => {
  const dates = { issued_on: '2026-09-01', due_on: '2026-10-01' };
  const firstDay = async (changes: object) => {
    const made = await make(`Avant l’échéance ${crypto.randomUUID()}`, [step({ anchor: 'issued_on', ...changes })]);
    const path = `/v1/scenarios/${made.body.id}/simulate`;
    const { body } = await api.ask('POST', path, { key: ours.collector, body: dates });
    return [made.body.steps[0].may_precede_due, body.steps[0].due_at.slice(0, 10)];
  };

  it('leaves on its own day when the scenario says so, and else on the day after the due date', async () => {
    expect(await firstDay({ delay_days: 15 })).toEqual([false, '2026-10-02']);
    expect(await firstDay({ delay_days: 15, may_precede_due: true })).toEqual([true, '2026-09-16']);
  });
  it('is never a formal notice', async () => {
    const { status, body } = await make('Mise en demeure', [step({ level: 3, may_precede_due: true })]);
    expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'notice_before_due', '/steps/0/may_precede_due']);
  });
});

describe('the shipped scenarios', () => {
  it('are « J+15 », « Échéance » and « Relance à la main »', async () => {
    const modes = (row: { steps: { mode: string }[] }) => row.steps.map(({ mode }) => mode);
    const j15 = await shipped('J+15');
    expect(j15.default_for).toEqual(['consumer']);
    expect(j15.steps.map((of: { anchor: string; delay_days: number }) => [of.anchor, of.delay_days])).toEqual([
      ['issued_on', 15],
      ['previous_step', 15],
      ['previous_step', 15],
    ]);
    expect(modes(j15)).toEqual(['automatic', 'automatic', 'to_confirm']);
    expect(j15.steps[2]).toMatchObject({ level: 3, kind: 'letter', letter_kind: 'registered' });
    const echeance = await shipped('Échéance');
    expect([echeance.default_for, echeance.steps[0].anchor]).toEqual([['professional', 'public'], 'due_on']);
    expect(modes(await shipped('Relance à la main'))).toEqual(['manual', 'manual', 'manual']);
  });
  it('simulate to the days that they say, at the send hour of a working day', async () => {
    const { id } = await shipped('J+15');
    const { status, body } = await api.ask('POST', `/v1/scenarios/${id}/simulate`, {
      key: ours.collector,
      body: { issued_on: '2026-09-01', due_on: '2026-09-01' },
    });
    expect(status).toBe(200);
    expect(body.steps).toEqual([
      { key: 'r1', level: 1, due_at: '2026-09-16T07:00:00.000Z', mode: 'automatic' },
      { key: 'r2', level: 2, due_at: '2026-10-01T07:00:00.000Z', mode: 'automatic' },
      { key: 'r3', level: 3, due_at: '2026-10-16T07:00:00.000Z', mode: 'to_confirm' },
    ]);
    const wrong = await api.ask('POST', `/v1/scenarios/${id}/simulate`, {
      key: ours.collector,
      body: { issued_on: '2026-09-02', due_on: '2026-09-01' },
    });
    expect(wrong.status).toBe(422);
  });
});

describe('a scenario', () => {
  it('is made with its steps, and answers them', async () => {
    const made = await make('À nous', [
      step({}),
      step({ key: 'appel', kind: 'call', mode: 'manual', template_id: null }),
      step({ key: 'R2 – relance ferme', level: 2, anchor: 'previous_step' }),
    ]);
    expect([made.status, made.body.version]).toEqual([201, 1]);
    const { body } = await api.ask('GET', made.headers.get('location') ?? '', { key: ours.collector });
    expect(body).toEqual(made.body);
    expect(body.steps.map((of: { key: string }) => of.key)).toEqual(['r1', 'appel', 'R2 – relance ferme']);
  });
  it('whose formal notice is only a mail says that it is none', async () => {
    const warned = async (name: string, steps: unknown[]) => (await make(name, steps)).body.warnings;
    const notice = step({ key: 'r3', level: 3 });
    expect(await warned('R3 par courriel', [step({}), notice])).toEqual([expect.stringContaining('mise en demeure')]);
    const letter = step({ key: 'lettre', level: 3, kind: 'letter', letter_kind: 'registered', mode: 'to_confirm' });
    expect(await warned('R3 par courriel et lettre', [step({}), notice, letter])).toEqual([]);
    expect((await shipped('J+15')).warnings).toEqual([]);
  });
  it('that cannot work is refused with the place and the reason', async () => {
    const unknown = crypto.randomUUID();
    const statement = (
      await api.ask('POST', '/v1/templates', {
        key: ours.admin,
        body: { name: 'État', kind: 'statement', language: 'fr', subject: 'x', body_html: '<p>x</p>' },
      })
    ).body.id;
    const wrong: [string, string, unknown[]][] = [
      ['no_print_connector', '/steps/0/mode', [step({ kind: 'letter' })]],
      ['duplicate_key', '/steps/1/key', [step({}), step({ level: 2 })]],
      ['level_falls', '/steps/1/level', [step({ level: 2 }), step({ key: 'b' })]],
      ['no_previous_step', '/steps/0/anchor', [step({ anchor: 'previous_step' })]],
      [
        'before_previous_step',
        '/steps/1/delay_days',
        [step({}), step({ key: 'b', anchor: 'previous_step', delay_days: -1 })],
      ],
      ['not_a_letter', '/steps/0/letter_kind', [step({ letter_kind: 'registered' })]],
      ['template_missing', '/steps/0/template_id', [step({ template_id: null })]],
      ['unknown_template', '/steps/0/template_id', [step({ template_id: unknown })]],
      ['template_kind', '/steps/0/template_id', [step({ template_id: statement })]],
      ['template_without_use', '/steps/0/template_id', [step({ kind: 'task', mode: 'manual' })]],
      ['done_by_a_person', '/steps/0/mode', [step({ kind: 'call', template_id: null })]],
      ['invalid', '/steps/0/delay_days', [step({ delay_days: 1.5 })]],
      ['invalid', '/steps', []],
    ];
    for (const [code, pointer, steps] of wrong) {
      const { status, body } = await make('Impossible', steps);
      expect([code, status, body.code, body.errors[0].pointer]).toEqual([code, 422, code, pointer]);
    }
    expect(await shipped('Impossible')).toBeUndefined();
  });
  it('does not take another creditor’s template', async () => {
    const theirs = await api.newCreditor('Autre');
    const foreign = (await api.ask('GET', '/v1/templates', { key: theirs.admin })).body.data[0].id;
    expect((await make('Étranger', [step({ template_id: foreign })])).body.code).toBe('unknown_template');
  });
  it('gets a new version from other steps, and none from another name or the same steps', async () => {
    const made = await make('Versions', [step({})]);
    const path = `/v1/scenarios/${made.body.id}`;
    const change = async (body: object) => {
      const etag = (await api.ask('GET', path, { key: ours.admin })).headers.get('etag') ?? '';
      return api.ask('PATCH', path, { key: ours.admin, body, headers: { 'If-Match': etag } });
    };
    expect((await change({ name: 'Versions 2' })).body).toMatchObject({ name: 'Versions 2', version: 1 });
    expect((await change({ steps: [step({})] })).body.version).toBe(1);
    expect((await change({ steps: [step({ delay_days: 20 })] })).body).toMatchObject({
      version: 2,
      steps: [{ delay_days: 20 }],
    });
    expect((await change({ unit: 'level' })).body).toMatchObject({ version: 3, unit: 'level' });
    expect(await api.db.scenarioVersion.count({ where: { scenarioId: made.body.id } })).toBe(3);
    const stale = await api.ask('PATCH', path, {
      key: ours.admin,
      body: { name: 'x' },
      headers: { 'If-Match': made.headers.get('etag') ?? '' },
    });
    expect(stale.status).toBe(412);
  });
  it('is the only default of a kind when two take it at the same moment', async () => {
    const theirs = await api.newCreditor('À deux');
    const steps = [step({ kind: 'call', mode: 'manual', template_id: null })];
    const made = await Promise.all(
      ['Un', 'Deux', 'Trois'].map((name) =>
        api.ask('POST', '/v1/scenarios', { key: theirs.supervisor, body: { name, steps } }),
      ),
    );
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all(
        made.map(async ({ body: { id } }) => {
          const path = `/v1/scenarios/${id}`;
          const read = await api.ask('GET', path, { key: theirs.supervisor });
          const headers = { 'If-Match': read.headers.get('etag') ?? '' };
          return api.ask('PATCH', path, { key: theirs.supervisor, body: { default_for: ['public'] }, headers });
        }),
      );
      expect(answers.filter(({ status }) => status !== 200 && status !== 412)).toEqual([]);
      const defaults = await api.db.scenario.findMany({
        where: { creditorId: theirs.id, defaultFor: { has: 'public' } },
      });
      expect(defaults).toHaveLength(1);
    }
  });
  it('takes a default over from the one that had it, and is then not deletable', async () => {
    const made = await make('Pour le public', [step({})], { default_for: ['public'] });
    expect((await shipped('Échéance')).default_for).toEqual(['professional']);
    expect((await api.ask('DELETE', `/v1/scenarios/${made.body.id}`, { key: ours.admin })).body.code).toBe('in_use');
    const unused = await make('Inutilisé', [step({})]);
    expect((await api.ask('DELETE', `/v1/scenarios/${unused.body.id}`, { key: ours.admin })).status).toBe(204);
  });
});
