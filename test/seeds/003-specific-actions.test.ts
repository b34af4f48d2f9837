import { beforeAll, describe, expect, it } from 'vitest';
import { type Said, unique } from '../e2e/business.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { daysBetween, plus, workingDay } from '../e2e/french-days.ts';
import { Collector, holdKinds, idsOf, MAIL, TEXT } from './chosen-items.ts';

// Actions outside the scenario on selected items. Each title names the requirements that it shows (docs/capabilities.md).

let desk: Collector;
let jurist: Said;

beforeAll(async () => {
  desk = await Collector.begin();
  jurist = await desk.colleague();
});

const refused = (body: object) => desk.business.ask('POST', '/specific-actions', body);

describe('A specific action', () => {
  it('003-01 replaces the scenario for the selected item only; the other items follow their scenario', async () => {
    const [chosen, other] = await desk.owing([100_00, 200_00], null);
    await desk.planned([chosen!], {
      kind: 'call',
      mode: 'manual',
      title: 'Appeler',
      execute_on: plus(desk.todayOn, 5),
    });
    const { status, next } = await chosen!.dunningOnce((dunning) => dunning.status === 'held');
    expect([status, next]).toEqual(['held', null]);
    expect(await holdKinds(chosen!)).toEqual(['specific_action']);
    expect((await other!.dunning()).next).toMatchObject({ level: 1, mode: 'automatic' });
    expect((await other!.dunning()).holds).toEqual([]);
  });

  it('003-02 replaces the proposed action, such as a call by a mail; then the scenario goes on', async () => {
    const step = { key: 'appel', level: 1, kind: 'call', anchor: 'due_on', delay_days: 10, mode: 'manual' };
    const { id } = await desk.business.do('POST', '/scenarios', {
      name: unique('Appels'),
      unit: 'invoice',
      steps: [step],
    });
    const [one] = await desk.owing([90_00], id);
    const [proposed] = await one!.openActions();
    expect(proposed).toMatchObject({ kind: 'call' });
    const action = await desk.planned([one!], { ...MAIL, ...TEXT, title: 'Courriel plutôt qu’appel' });
    expect((await desk.mailsOnce(one!.email, 1))[0]!.subject).toBe(`Vos factures ${one!.number}`);
    expect(await desk.business.do('GET', `/actions/${proposed.id}`)).toMatchObject({ status: 'cancelled' });
    await desk.actionOnce(action.id, 'done');
    const { holds, next } = await one!.dunningOnce((dunning) => dunning.next !== null);
    expect([holds, next.level]).toEqual([[], 1]);
    expect(next.due_at.slice(0, 10) > desk.todayOn).toBe(true);
  });

  it('003-05 003-07 without a date leaves at once, about some items of the account only: the others are neither in the mail nor in its total', async () => {
    const [a, b, left] = await desk.owing([110_00, 220_00, 440_00]);
    await desk.planned([a!, b!], { ...MAIL, template_id: desk.templates.get('Relance R1') });
    const [mail] = await desk.mailsOnce(a!.email, 1);
    expect(mail!.text).toContain(a!.number);
    expect(mail!.text).toContain(b!.number);
    expect(mail!.text).not.toContain(left!.number);
    expect(mail!.text).toMatch(/330,00/);
    expect(mail!.attachments.map(({ filename }) => filename)).toEqual(['relance.pdf']);
  });

  it('003-06 has at least one item, and only items of one customer', async () => {
    const [mine] = await desk.owing([100_00]);
    const [theirs] = await desk.owing([100_00]);
    const task = { kind: 'task', mode: 'manual', title: 'Voir' };
    expect((await refused({ ...desk.plan([mine!], task), invoice_ids: [] })).status).toBe(422);
    const mixed = await refused({ ...desk.plan([mine!], task), invoice_ids: idsOf([mine!, theirs!]) });
    expect([mixed.status, mixed.body.errors[0].pointer]).toEqual([422, '/invoice_ids/1']);
    expect(await holdKinds(mine!)).toEqual([]);
    expect((await desk.planned([mine!, mine!], task)).invoices).toHaveLength(1);
  });

  it('003-13 is written from scratch, or copied from a scenario’s step and then changed', async () => {
    const [one, two] = await desk.owing([100_00, 100_00]);
    const scratch = await desk.planned([one!], { ...MAIL, ...TEXT, mode: 'to_confirm' });
    const draft = (await desk.business.do('GET', `/actions/${scratch.id}`)).draft;
    expect(draft).toMatchObject({ subject: `Vos factures ${one!.number}`, recipients: [one!.email] });
    const copy_from = { scenario_id: desk.byHandId, step_key: 'r2' };
    const copied = await desk.planned([two!], { ...MAIL, mode: 'to_confirm', copy_from, subject: 'Dernier mot' });
    const own = (await desk.business.do('GET', `/actions/${copied.id}`)).draft;
    expect(own.subject).toBe('Dernier mot');
    expect(own.body_html).toContain('#items_list_selected');
    const unknown = await refused(desk.plan([one!], { ...MAIL, copy_from: { ...copy_from, step_key: 'r9' } }));
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown_step']);
  });

  it('003-15 with #items_amount_selected gives the total of the selected items, not of the account', async () => {
    const [a, b] = await desk.owing([12_34, 1_000_00]);
    await desk.planned([a!], { ...MAIL, subject: 'Solde', body_html: '<p>Reste #items_amount_selected.</p>' });
    const [mail] = await desk.mailsOnce(a!.email, 1);
    expect(mail!.text).toMatch(/Reste 12,34\s€/);
    expect(mail!.text).not.toContain(b!.number);
  });

  it('003-16 with #items_list_selected prints a statement of the selected items only', async () => {
    const [a, b, c] = await desk.owing([10_00, 20_00, 40_00]);
    await desk.planned([a!, c!], { ...MAIL, subject: 'État', body_html: '<p>#items_list_selected</p>' });
    const [mail] = await desk.mailsOnce(a!.email, 1);
    const named = [a!, b!, c!].filter(({ number }) => mail!.html.includes(number));
    expect(named).toEqual([a, c]);
    expect(mail!.text).toMatch(/50,00\s€/);
  });

  it('003-17 is on the customer’s card and in the agenda of the user it is assigned to', async () => {
    const [one] = await desk.owing([100_00]);
    const action = await desk.planned([one!], {
      kind: 'task',
      mode: 'manual',
      title: 'Relire',
      assignee_id: jurist.id,
    });
    for (const filter of [`customer_id=${one!.customer.id}`, `collector_id=${jurist.id}`]) {
      const { data } = await desk.business.do('GET', `/actions?status=to_do&${filter}`);
      expect(data.find(({ id }: Said) => id === action.id)).toMatchObject({
        text: 'Relire',
        origin: 'specific_action',
      });
    }
    const others = await desk.business.do('GET', `/actions?status=to_do&collector_id=${crypto.randomUUID()}`);
    expect(others.data).toEqual([]);
  });

  it('003-18 shows the items attached to it, with the amount owed', async () => {
    const cases = await desk.owing([100_00, 250_00]);
    const action = await desk.planned(cases, {
      kind: 'call',
      mode: 'manual',
      title: 'Appeler',
      execute_on: plus(desk.todayOn, 9),
    });
    for (const shown of [await desk.actionOf(action.id), await desk.business.do('GET', `/actions/${action.id}`)]) {
      const numbers = shown.invoices.map(({ number }: Said) => number).toSorted();
      expect([numbers, shown.amount_cents]).toEqual([cases.map(({ number }) => number).toSorted(), 350_00]);
    }
  });

  it('003-19 can be made without a qualification, and deleted: the scenario then goes on', async () => {
    const [one] = await desk.owing([100_00]);
    const action = await desk.planned([one!], { ...MAIL, ...TEXT, execute_on: plus(desk.todayOn, 20) });
    expect((await desk.actionOf(action.id)).status).toBe('planned');
    expect(await holdKinds(one!)).toEqual(['specific_action']);
    expect((await desk.business.ask('DELETE', `/specific-actions/${action.id}`)).status).toBe(204);
    expect((await desk.actionOf(action.id)).status).toBe('cancelled');
    expect((await one!.dunningOnce(({ next }) => next !== null)).holds).toEqual([]);
    expect(await one!.mails()).toEqual([]);
  });
});

describe('On its day,', () => {
  const made: Record<string, { cases: CaseFile[]; id: string }> = {};
  let dayOn: string;

  async function on(name: string, cents: readonly number[], more: object, scenarioId?: null): Promise<void> {
    const cases = await desk.owing(cents, scenarioId === undefined ? desk.byHandId : scenarioId);
    const action = await desk.planned(cases, { ...MAIL, ...TEXT, execute_on: dayOn, ...more });
    made[name] = { cases, id: action.id };
    expect(action).toMatchObject({ status: 'planned', due_on: dayOn });
  }

  beforeAll(async () => {
    dayOn = workingDay(plus(desk.todayOn, 3));
    await on('automatic', [100_00, 50_00], {}, null);
    await on('to_confirm', [100_00], { mode: 'to_confirm' });
    await on('manual', [100_00], { mode: 'manual' });
    await on('paid', [100_00], {});
    await on('partly', [100_00, 50_00, 70_00], {});
    await on('stopped', [100_00, 50_00], {});
    await on('postponed', [100_00], {});
    const { paid, partly, stopped, postponed } = made;
    await paid!.cases[0]!.pay(100_00, desk.todayOn);
    await partly!.cases[0]!.pay(100_00, desk.todayOn);
    await partly!.cases[1]!.pay(20_00, desk.todayOn);
    await stopped!.cases[0]!.do('PUT', '/litigation', { reason: 'Avocat saisi' });
    await desk.business.do('POST', `/actions/${postponed!.id}/postpone`, {
      until_on: plus(dayOn, 20),
      reason: 'Congés',
    });
    await desk.business.advance(daysBetween(desk.todayOn, dayOn));
  }, 180_000);

  it('003-07 a dated specific action leaves, and a postponed one waits for its new day', async () => {
    const { cases, id } = made['automatic']!;
    const [mail, ...more] = await cases[0]!.mails();
    expect(more).toEqual([]);
    expect(mail!.text).toMatch(/150,00/);
    const [message] = await cases[0]!.messages();
    expect(message.sent_at.slice(0, 10)).toBe(dayOn);
    expect(await desk.actionOf(id)).toMatchObject({ status: 'done', due_on: dayOn });
    expect((await cases[0]!.dunning()).holds).toEqual([]);
    const next = await cases[0]!.next();
    expect(next.due_at.slice(0, 10) > dayOn).toBe(true);
    expect(await made['postponed']!.cases[0]!.mails()).toEqual([]);
    const { status, due_on } = await desk.actionOf(made['postponed']!.id);
    expect([status, due_on]).toEqual(['planned', workingDay(plus(dayOn, 20))]);
  });

  it('003-14 an automatic specific action leaves by itself; one to be confirmed waits for confirmation, and a manual one for the person who does it', async () => {
    const confirm = made['to_confirm']!;
    expect(await desk.actionOf(confirm.id)).toMatchObject({ status: 'to_confirm' });
    expect(await confirm.cases[0]!.mails()).toEqual([]);
    await desk.business.do('POST', `/actions/${confirm.id}/confirm`, { subject: 'Avec mes mots' });
    expect((await desk.mailsOnce(confirm.cases[0]!.email, 1))[0]!.subject).toBe('Avec mes mots');
    await desk.actionOnce(confirm.id, 'done');
    const manual = made['manual']!;
    expect(await desk.actionOf(manual.id)).toMatchObject({ status: 'to_do' });
    await desk.business.do('POST', `/actions/${manual.id}/complete`, { comment: 'Envoyé de ma boîte' });
    expect(await desk.actionOf(manual.id)).toMatchObject({ status: 'done' });
    expect(await manual.cases[0]!.mails()).toEqual([]);
    expect((await manual.cases[0]!.dunningOnce(({ next }) => next !== null)).holds).toEqual([]);
  });

  it('003-20 a specific action whose items are settled is deleted; one settled in part leaves with the amount still owed', async () => {
    const paid = made['paid']!;
    expect(await desk.actionOf(paid.id)).toMatchObject({ status: 'cancelled' });
    expect(await paid.cases[0]!.mails()).toEqual([]);
    const [settled, lowered, whole] = made['partly']!.cases;
    const [mail] = await settled!.mails();
    expect(mail!.text).not.toContain(settled!.number);
    expect(mail!.text).toContain(lowered!.number);
    expect(mail!.text).toContain(whole!.number);
    expect(mail!.text).toMatch(/Il reste 100,00\s€/);
    const [sued, free] = made['stopped']!.cases;
    const [other] = await free!.mails();
    expect(other!.text).toContain(free!.number);
    expect(other!.text).not.toContain(sued!.number);
    expect(await holdKinds(sued!)).toEqual(['litigation']);
  });
});
