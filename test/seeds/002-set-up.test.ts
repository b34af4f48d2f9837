import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Business, type Said, unique } from '../e2e/business.ts';
import { type SetUp, setUpBusiness } from './set-up.ts';

// The set-up by a supervisor, over HTTP. Each title names the requirements that it shows (docs/capabilities.md).

let set: SetUp;
let business: Business;

beforeAll(async () => {
  set = await setUpBusiness();
  business = set.business;
});

describe('In the set-up,', () => {
  it('002-01 a supervisor changes templates, scenarios and groups; a collector is refused, and nothing is stored', async () => {
    const [supervisor, collector] = [await set.as('supervisor'), await set.as('collector')];
    const group = { name: unique('G'), priority: 9, criteria: { all: [{ field: 'kind', op: 'eq', value: 'public' }] } };
    const bodies: [string, object][] = [
      ['/groups', group],
      ['/templates', { name: unique('T'), kind: 'email', language: 'fr', subject: 'Objet', body_html: '<p>Texte</p>' }],
      [
        '/scenarios',
        {
          name: unique('S'),
          steps: [{ key: 'a', level: 1, kind: 'call', anchor: 'due_on', delay_days: 1, mode: 'manual' }],
        },
      ],
    ];
    for (const [path, body] of bodies) {
      const before = (await business.do('GET', `${path}?count=true`)).total;
      expect([path, (await collector.ask('POST', path, body)).status]).toEqual([path, 403]);
      expect([path, (await business.do('GET', `${path}?count=true`)).total]).toEqual([path, before]);
      expect([path, (await supervisor.ask('POST', path, body)).status]).toEqual([path, 201]);
    }
    expect((await collector.ask('POST', '/groups/recalculate')).status).toBe(403);
  });

  it('002-02 templates of letters and templates of mails each have their own text', async () => {
    const made = await business.do('POST', '/templates', {
      name: unique('Rappel'),
      kind: 'letter',
      level: 2,
      language: 'fr',
      subject: 'Rappel #invoice_number',
      body_html: '<p>Bonjour #customer_name</p>',
    });
    expect(await business.do('GET', `/templates/${made.id}`)).toMatchObject({ kind: 'letter', level: 2 });
    const { data } = await business.do('GET', '/templates?limit=200');
    const kinds = new Set(data.flatMap((one: Said) => [one.kind, ...(one.variants ?? []).map((v: Said) => v.kind)]));
    expect([...kinds]).toEqual(expect.arrayContaining(['email', 'letter']));
  });

  it('002-03 a scenario and a reminder by hand use the same templates', async () => {
    const subject = `Votre facture #invoice_number – ${unique('rappel')}`;
    const body = { kind: 'email', level: 1, language: 'fr', subject, body_html: '<p>Solde : #balance</p>' };
    const { id } = await business.do('POST', '/templates', { name: unique('Modèle'), ...body });
    const step = {
      key: 'r1',
      level: 1,
      kind: 'email',
      anchor: 'due_on',
      delay_days: 1,
      mode: 'to_confirm',
      template_id: id,
    };
    const { id: scenario_id } = await business.do('POST', '/scenarios', { name: unique('S'), steps: [step] });
    const late = await set.owed(20, { invoice: { scenario_id } });
    const { action_id } = await late.next();
    const { draft } = await business.do('GET', `/actions/${action_id}`);
    const byHand = await late.do('POST', '/reminders?dry_run=true', { mode: 'email', template_id: id });
    const expected = subject.replace('#invoice_number', late.number);
    expect([draft.subject, byHand.subject]).toEqual([expected, expected]);
    await late.file();
  });

  it('002-04 a scenario counts its days from the invoice’s due date', async () => {
    const id = await set.scenarioOf([{ key: 'r1', level: 1, delay_days: 10 }]);
    const dates = { issued_on: '2026-01-05', due_on: '2026-03-02' };
    const { steps } = await business.do('POST', `/scenarios/${id}/simulate`, dates);
    expect(steps[0].due_at.slice(0, 10)).toBe('2026-03-12');
    const later = await business.do('POST', `/scenarios/${id}/simulate`, { ...dates, due_on: '2026-03-03' });
    expect(later.steps[0].due_at.slice(0, 10)).toBe('2026-03-13');
  });

  it('002-06 a customer who enters or leaves a group changes scenario at the next step, and no finished step is repeated', async () => {
    const usual = await set.scenarioOf([
      { key: 'r1', level: 1, delay_days: 1 },
      { key: 'r2', level: 2, delay_days: 60 },
    ]);
    const closer = await set.scenarioOf([
      { key: 'serre-1', level: 1, delay_days: 1 },
      { key: 'serre-2', level: 2, delay_days: 40 },
      { key: 'serre-3', level: 3, delay_days: 70, mode: 'to_confirm' },
    ]);
    const tag = unique('serré');
    const group = await set.groupOf('tags', 'eq', tag, { scenario_id: closer });
    const late = await set.owed(20);
    expect((await business.change(`/customers/${late.customer.id}`, { scenario_id: null })).status).toBe(200);
    const own = await set.owed(20, { invoice: { scenario_id: usual }, customer: { tags: [tag] } });
    await late.do('PUT', '/level', { level: 1, reason: 'R1 est parti ailleurs' });
    const before = await late.dunningOnce(({ next }) => next?.level === 2);
    await set.tagged(late.customer, [tag]);
    expect(await set.groupNameOf(late.customer)).toBe(group.name);
    const entered = await late.dunningOnce(({ next }) => next?.step === 'serre-2');
    expect([entered.next.step, entered.level]).toEqual(['serre-2', 1]);
    await set.tagged(late.customer, []);
    expect(await set.groupNameOf(late.customer)).toBeNull();
    const left = await late.dunningOnce(({ next }) => next?.step === before.next.step);
    expect([left.next.level, left.level, left.next.due_at]).toEqual([2, 1, before.next.due_at]);
    // A scenario named by the invoice itself goes before that of the group.
    expect((await own.next()).step).toBe('r1');
    const members = await business.do('GET', `/groups/${group.id}/members`);
    expect(members.data).toEqual([{ customer_id: own.customer.id, name: 'Élise Montagnier' }]);
    await Promise.all([late.file(), own.file()]);
  });

  it('002-06 a customer who fits two groups belongs to the one with the first priority; meaningless criteria are refused, with their place', async () => {
    const tag = unique('priorité');
    const low = await set.groupOf('tags', 'eq', tag, { priority: 20 });
    const high = await set.groupOf('tags', 'eq', tag, { priority: 10 });
    const { customer } = await set.owed(1, { customer: { tags: [tag] } });
    expect(await set.groupNameOf(customer)).toBe(high.name);
    expect((await business.ask('DELETE', `/groups/${high.id}`)).body.code).toBe('in_use');
    expect((await business.change(`/groups/${high.id}`, { priority: 30 })).status).toBe(200);
    await set.recalculate();
    expect(await set.groupNameOf(customer)).toBe(low.name);
    expect((await business.ask('DELETE', `/groups/${high.id}`)).status).toBe(204);
    expect((await business.do('GET', `/customers?group_id=${low.id}`)).data.map(({ id }: Said) => id)).toEqual([
      customer.id,
    ]);
    for (const [value, pointer] of [
      [{ all: [{ field: 'turnover', op: 'eq', value: 1 }] }, '/criteria/all/0/field'],
      [{ any: [{ all: [{ field: 'kind', op: 'gte', value: 'public' }] }] }, '/criteria/any/0/all/0/op'],
      [{ all: [{ field: 'balance_cents', op: 'gte', value: '5' }] }, '/criteria/all/0/value'],
    ] as const) {
      const { status, body } = await business.ask('POST', '/groups', {
        name: unique('G'),
        priority: 1,
        criteria: value,
      });
      expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
    }
    expect((await business.ask('PATCH', `/groups/${low.id}`, { priority: 3 })).status).toBe(428);
    expect((await business.ask('PATCH', `/groups/${low.id}`, { priority: 3 }, { 'If-Match': '"99"' })).status).toBe(
      412,
    );
  });

  it('002-06 a group gives its collector to customers who have none, and takes him back from those who leave it', async () => {
    const tag = unique('équipe');
    const [mine, own] = await Promise.all(
      ['Inès', 'Karim'].map((name) =>
        business.do('POST', '/users', { name, email: `${unique('u')}@example.org`, role: 'collector' }),
      ),
    );
    await set.groupOf('tags', 'eq', tag, { collector_id: mine.id });
    const free = await set.owed(5, { customer: { tags: [tag] } });
    const taken = await set.owed(5, { customer: { tags: [tag], collector_id: own.id } });
    expect([await set.collectorOf(free.customer), await set.collectorOf(taken.customer)]).toEqual([mine.id, own.id]);
    const listed = await business.do('GET', `/invoices?collector_id=${mine.id}`);
    expect(listed.data.map(({ id }: Said) => id)).toEqual([free.id]);
    await Promise.all([set.tagged(free.customer, []), set.tagged(taken.customer, [])]);
    expect([await set.collectorOf(free.customer), await set.collectorOf(taken.customer)]).toEqual([null, own.id]);
    await Promise.all([free.file(), taken.file()]);
  });

  it('002-08 default templates, scenarios and groups exist from the start, to be used, changed or ignored', async () => {
    const fresh = await new Business(inject('stack')).another();
    for (const path of ['/templates', '/scenarios', '/groups'])
      expect([path, (await fresh.do('GET', path)).data.length > 0]).toEqual([path, true]);
    const { data } = await fresh.do('GET', '/groups');
    expect((await fresh.change(`/groups/${data[0].id}`, { name: 'À notre façon' })).body.name).toBe('À notre façon');
    expect((await fresh.ask('DELETE', `/groups/${data[1].id}`)).status).toBe(204);
    expect((await fresh.do('GET', '/groups')).data).toHaveLength(data.length - 1);
  });

  it('002-04 running cases move to a new version of their scenario when a supervisor asks, who first sees what would change', async () => {
    const id = await set.scenarioOf([{ key: 'r1', level: 1, delay_days: 40 }]);
    const one = await set.owed(1, { invoice: { scenario_id: id } });
    const other = await set.owed(1, { invoice: { scenario_id: id } });
    const before = await one.next();
    await other.next();
    const { steps } = await business.do('GET', `/scenarios/${id}`);
    expect((await business.change(`/scenarios/${id}`, { steps: [{ ...steps[0], delay_days: 70 }] })).body.version).toBe(
      2,
    );
    expect(await one.next()).toEqual(before);
    const { data } = await business.do('GET', `/scenarios/${id}/moves`);
    expect(data.map((row: Said) => row.number).toSorted()).toEqual([one.number, other.number].toSorted());
    const mine = data.find((row: Said) => row.invoice_id === one.id);
    expect(mine).toMatchObject({ from_version: 1, to_version: 2, now: { step: 'r1', due_at: before.due_at } });
    expect(mine.then.due_at > before.due_at).toBe(true);
    expect(await business.do('POST', `/scenarios/${id}/moves`, { invoice_ids: [one.id] })).toEqual({ moved: 1 });
    await one.dunningOnce(({ next }) => next?.due_at === mine.then.due_at);
    expect((await one.next()).due_at).toBe(mine.then.due_at);
    expect((await other.next()).due_at).toBe(before.due_at);
    expect(await business.do('POST', `/scenarios/${id}/moves`, { all: true })).toEqual({ moved: 1 });
    expect((await business.do('GET', `/scenarios/${id}/moves`)).data).toEqual([]);
    const stranger = await business.ask('POST', `/scenarios/${id}/moves`, { invoice_ids: [one.customer.id] });
    expect([stranger.status, stranger.body.errors[0].pointer]).toEqual([422, '/invoice_ids/0']);
    expect((await business.ask('POST', `/scenarios/${id}/moves`, {})).status).toBe(422);
    await Promise.all([one.file(), other.file()]);
  });
});
