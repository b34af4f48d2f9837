import { beforeAll, expect, describe, it } from 'vitest';
import { type Business, type Said, unique } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { type SetUp, setUpBusiness } from './set-up.ts';

// Six days after the set-up, what was set up has worked without anybody. Each title names its requirements (docs/capabilities.md).

let set: SetUp;
let business: Business;

beforeAll(async () => {
  set = await setUpBusiness();
  business = set.business;
});

describe('Some days later,', () => {
  const made: Record<string, CaseFile> = {};
  let collector: { id: string };
  let aged: { name: string };

  beforeAll(async () => {
    collector = await business.do('POST', '/users', {
      name: 'Zoé',
      email: `${unique('z')}@example.org`,
      role: 'collector',
    });
    aged = await set.groupOf('oldest_days_late', 'gte', 25, { priority: 2 });
    const steps = (mode?: string, kind = 'email') =>
      set.scenarioOf([{ key: 'r1', level: 1, delay_days: 1, kind, mode: mode as string }]);
    const open = async (scenario: string, more: { late?: number; customer?: object } = {}) =>
      set.owed(more.late ?? 20, { invoice: { scenario_id: scenario }, customer: more.customer ?? {} });
    made['automatic'] = await open(await steps('automatic'));
    made['toConfirm'] = await open(await steps('to_confirm'), { customer: { collector_id: collector.id } });
    made['byDefault'] = await open(await steps());
    made['manual'] = await open(await steps('manual'));
    const switched = await steps('to_confirm');
    made['switched'] = await open(switched);
    const { steps: before } = await business.do('GET', `/scenarios/${switched}`);
    await business.change(`/scenarios/${switched}`, { steps: [{ ...before[0], mode: 'automatic' }] });
    await business.do('POST', `/scenarios/${switched}/moves`, { all: true });
    made['call'] = await open(await steps('manual', 'call'));
    const preventive = await set.scenarioOf([
      { key: 'avant', level: 0, delay_days: -5 },
      { key: 'r1', level: 1, delay_days: 10 },
    ]);
    made['preventive'] = await open(preventive, { late: -9 });
    for (const one of Object.values(made)) await one.next();
    await set.recalculate();
    expect(await set.groupNameOf(made['automatic'].customer)).toBeNull();
    await business.advance(6);
  });

  const actionsOf = async (one: CaseFile) =>
    (await business.do('GET', `/actions?invoice_id=${one.id}`)).data.map(({ kind, status }: Said) => [kind, status]);

  it('001-15 a mail whose step was changed from “to be confirmed” to automatic has left without asking anybody', async () => {
    const one = made['switched']!;
    await one.dunningOnce(({ level }) => level === 1);
    expect(await one.mails()).toHaveLength(1);
    // What is left comes after the last step: a question to a person, and no mail.
    expect((await one.openActions()).filter(({ kind }: Said) => kind === 'email')).toEqual([]);
    expect(await one.history()).not.toContain('confirmed');
  });

  it('001-02 002-05 a scenario has sent what is automatic, and put on the to-do list what a person confirms or does', async () => {
    const automatic = await eventually(
      () => made['automatic']!.mails(),
      (mails) => mails.length > 0,
    );
    expect(automatic).toHaveLength(1);
    expect(await actionsOf(made['toConfirm']!)).toEqual([['email', 'to_confirm']]);
    expect(await actionsOf(made['manual']!)).toEqual([['email', 'to_do']]);
    expect(await actionsOf(made['call']!)).toEqual([['call', 'to_do']]);
    for (const name of ['toConfirm', 'manual', 'call']) expect(await made[name]!.mails()).toEqual([]);
  });

  it('001-14 an action waits for the collector’s confirmation, in the agenda or on the customer’s card, unless its step says otherwise', async () => {
    const waiting = made['byDefault']!;
    const onCard = (await business.do('GET', `/actions?customer_id=${waiting.customer.id}`)).data;
    expect(onCard.map(({ status }: Said) => status)).toEqual(['to_confirm']);
    const agenda = (await business.do('GET', '/actions?status=to_confirm')).data;
    expect(agenda.map(({ id }: Said) => id)).toContain(onCard[0].id);
    expect(await waiting.mails()).toEqual([]);
    const asCollector = await set.as('collector');
    await asCollector.do('POST', `/actions/${onCard[0].id}/confirm`, {});
    await waiting.dunningOnce(({ level }) => level === 1);
    expect(await waiting.mails()).toHaveLength(1);
  });

  it('002-07 customers have been moved each night into the groups that they now fit', async () => {
    for (const name of ['automatic', 'manual']) expect(await set.groupNameOf(made[name]!.customer)).toBe(aged.name);
    expect(await set.groupNameOf(made['preventive']!.customer)).toBeNull();
  });

  it('002-09 overdue invoices and invoices to be reminded of before they are due both have their action', async () => {
    const [mail] = await eventually(
      () => made['preventive']!.mails(),
      (mails) => mails.length > 0,
    );
    const dunning = await made['preventive']!.dunning();
    expect([mail?.text.includes(made['preventive']!.number), dunning.level, dunning.next.level]).toEqual([true, 0, 1]);
    const { next } = await made['toConfirm']!.dunning();
    expect(next).toMatchObject({ level: 1, mode: 'to_confirm' });
  });

  it('002-10 each action is in the agenda of the customer’s own collector, and in nobody else’s', async () => {
    const mine = await business.do('GET', `/actions?collector_id=${collector.id}&status=to_confirm`);
    expect(mine.data.map((action: Said) => action.invoices.map(({ id }: Said) => id))).toEqual([
      [made['toConfirm']!.id],
    ]);
    const all = await business.do('GET', '/actions?status=to_confirm');
    expect(all.data.length).toBeGreaterThanOrEqual(mine.data.length);
  });

  it('002-11 people read on the counters and the dashboard where everything stands, and confirm from there', async () => {
    const { to_confirm } = await business.do('GET', '/invoices/counters');
    expect(to_confirm.count).toBeGreaterThan(0);
    const dashboard = await business.do('GET', `/dashboard?collector_id=${collector.id}`);
    expect(dashboard).toMatchObject({ overdue_cents: 120_00, late_customers: 1 });
    await made['toConfirm']!.confirm();
    expect(
      await eventually(
        () => made['toConfirm']!.mails(),
        (mails) => mails.length > 0,
      ),
    ).toHaveLength(1);
    await made['toConfirm']!.dunningOnce(({ level }) => level === 1);
    const after = await business.do('GET', `/dashboard?collector_id=${collector.id}`);
    expect(after.by_level.find(({ level }: Said) => level === 1)).toEqual({
      level: 1,
      count: 1,
      balance_cents: 120_00,
    });
    for (const one of Object.values(made)) await one.file();
  });
});
