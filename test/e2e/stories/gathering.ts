import { expect } from 'vitest';
import { type Business, type Said, unique } from '../business.ts';
import { eventually } from '../../eventually.ts';
import type { CaseFile } from '../case-file.ts';
import { dateInFrance, nextSendDay, plus } from '../french-days.ts';
import { story } from '../story.ts';
import { ladderFrom } from './ladder-days.ts';

/** A ladder of 15 + 15 + 15 days by mail, for the invoices that name it. */
async function scenarioOf(business: Business, unit: 'level' | 'account', mode = 'automatic'): Promise<string> {
  const { data: templates } = await business.do('GET', '/templates?limit=200');
  const steps = [1, 2, 3].map((level) => ({
    key: `r${level}`,
    level,
    kind: 'email',
    anchor: level === 1 ? 'issued_on' : 'previous_step',
    delay_days: 15,
    mode,
    template_id: templates.find((template: Said) => template.level === level).id,
  }));
  return (await business.do('POST', '/scenarios', { name: unique('Par compte'), unit, steps })).id;
}

const numbersIn = async (one: CaseFile, cases: readonly CaseFile[]) =>
  (await one.mails()).map(({ text }) => cases.map(({ number }) => text.includes(number)));

/** The one action of a customer's group whose day has come, once it exists. */
async function actionOf(one: CaseFile, status: string) {
  const actions = await eventually(
    async () =>
      (await one.business.do('GET', `/actions?customer_id=${one.customer.id}&status=${status}`)).data as Said[],
    (rows) => rows.length > 0,
  );
  expect(actions).toHaveLength(1);
  return actions[0];
}

story(
  'by account: one mail a day in the text of the highest level, each invoice its own step; the formal notice goes alone',
  async ({ business, timeline, day0, owed, owedToo }) => {
    const scenario_id = await scenarioOf(business, 'account');
    const issuedOn = plus(day0, -12);
    const { r1On } = ladderFrom(issuedOn);
    const reached = (level: number) => ({ scenario_id, initial_level: level, initial_level_on: plus(r1On, -15) });
    const first = await owed({ kind: 'professional', issuedOn, invoice: { scenario_id } });
    const second = await owedToo(first, { issuedOn: plus(issuedOn, -15), invoice: reached(1), cents: 80_00 });
    const third = await owedToo(first, { issuedOn: plus(issuedOn, -30), invoice: reached(2), cents: 50_00 });
    const later = await owedToo(first, { issuedOn: plus(day0, -2), invoice: { scenario_id }, cents: 30_00 });
    const all = [first, second, third, later];
    await timeline.until(r1On);
    const [notice] = await first.mails();
    expect(notice!.subject).toMatch(/^Mise en demeure/);
    expect(notice!.text.replace(/\s+/g, ' ')).toContain('de nous régler la somme de 50,00 €');
    expect(await first.mails()).toHaveLength(1);
    const waits = (await first.dunning()).next;
    expect(dateInFrance(waits.due_at)).toBe(nextSendDay(r1On));
    expect((await first.do('GET', '/explanation')).sentence).toContain('un seul message par jour');
    await timeline.until(nextSendDay(r1On));
    const [, reminder] = await first.mails();
    expect(reminder!.subject).toMatch(/^Deuxième rappel/);
    expect(reminder!.text.replace(/\s+/g, ' ')).toContain('200,00 €');
    // The mail lists the third invoice's formal notice again, and what is not due yet: for information, with nothing recorded.
    expect((await numbersIn(first, all)).at(-1)).toEqual([true, true, true, true]);
    expect(await Promise.all(all.map(async (one) => (await one.dunning()).level))).toEqual([1, 2, 3, 0]);
    const [sent] = (await business.do('GET', `/messages?customer_id=${first.customer.id}`)).data;
    expect(sent.invoice_ids.toSorted()).toEqual([first.id, second.id].toSorted());
    expect(sent.amount_cents).toBe(200_00);
    expect(await later.history()).not.toContain('sent');
  },
);

story(
  'by level, confirmed by a person: one action for the group; a dispute falls out of it, and the rest leaves as one mail',
  async ({ business, timeline, day0, owed, owedToo }) => {
    const scenario_id = await scenarioOf(business, 'level', 'to_confirm');
    const issuedOn = plus(day0, -12);
    const { r1On } = ladderFrom(issuedOn);
    const one = await owed({ issuedOn, invoice: { scenario_id } });
    const two = await owedToo(one, { issuedOn, invoice: { scenario_id }, cents: 80_00 });
    const three = await owedToo(one, { issuedOn, invoice: { scenario_id }, cents: 50_00 });
    await timeline.until(r1On);
    const action = await actionOf(one, 'to_confirm');
    expect(action).toMatchObject({ kind: 'email', level: 1, amount_cents: 250_00 });
    expect(action.invoices.map(({ id }: Said) => id).toSorted()).toEqual([one.id, two.id, three.id].toSorted());
    await two.do('POST', '/disputes', { reason: 'Travaux non faits', comment: '' });
    expect(await actionOf(one, 'to_confirm')).toMatchObject({ id: action.id, amount_cents: 170_00 });
    await business.do('POST', `/actions/${action.id}/confirm`, {});
    const [mail] = await eventually(
      () => one.mails(),
      (mails) => mails.length > 0,
    );
    expect(mail!.text.replace(/\s+/g, ' ')).toContain('170,00 €');
    expect(await numbersIn(one, [one, two, three])).toEqual([[true, false, true]]);
    expect(await one.dunningOnce(({ level }) => level === 1)).toMatchObject({ level: 1 });
    expect(await three.dunningOnce(({ level }) => level === 1)).toMatchObject({ level: 1 });
    expect(await two.dunning()).toMatchObject({ level: 0, status: 'held' });
    expect(await business.do('GET', `/actions/${action.id}`)).toMatchObject({ status: 'done', level: 1 });
  },
);

story(
  'by level: postponing moves the whole group under its id, skipping counts for each of it',
  async ({ business, timeline, day0, owed, owedToo }) => {
    const scenario_id = await scenarioOf(business, 'level', 'to_confirm');
    const issuedOn = plus(day0, -12);
    const { r1On } = ladderFrom(issuedOn);
    const one = await owed({ issuedOn, invoice: { scenario_id } });
    const two = await owedToo(one, { issuedOn, invoice: { scenario_id } });
    await timeline.until(r1On);
    const action = await actionOf(one, 'to_confirm');
    const untilOn = nextSendDay(plus(r1On, 3));
    const put = await business.do('POST', `/actions/${action.id}/postpone`, { until_on: untilOn, reason: 'Congés' });
    expect(put).toMatchObject({ id: action.id, status: 'planned', due_on: untilOn, invoices: { length: 2 } });
    for (const each of [one, two]) {
      const { next } = await each.dunningOnce((dunning) => dateInFrance(dunning.next.due_at) === untilOn);
      expect(dateInFrance(next.due_at)).toBe(untilOn);
    }
    await timeline.until(untilOn);
    await business.do('POST', `/actions/${(await actionOf(one, 'to_confirm')).id}/skip`, { reason: 'Appelé' });
    for (const each of [one, two]) expect((await each.dunningOnce(({ next }) => next?.level === 2)).next.level).toBe(2);
    expect(await one.mails()).toEqual([]);
  },
);
