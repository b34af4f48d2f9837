import { expect } from 'vitest';
import type { CaseFile } from '../case-file.ts';
import { unique } from '../business.ts';
import { dateInFrance, nextSendDay, plus, workingDay, workingDaysAfter } from '../french-days.ts';
import { story } from '../story.ts';
import { ladderFrom } from './ladder-days.ts';

const promise = (one: CaseFile, amountCents: number, promisedOn: string) =>
  one.do('POST', '/promises', { amount_cents: amountCents, promised_on: promisedOn, comment: 'Au téléphone' });

const calls = async (one: CaseFile) =>
  (await one.openActions()).filter(({ kind }: { kind: string }) => kind === 'call');

story(
  'a promise that is kept: no reminder; one that is broken: a call to do, and R1 leaves once',
  async ({ timeline, day0, owed }) => {
    const issuedOn = plus(day0, -12);
    const { r1On } = ladderFrom(issuedOn);
    const promisedOn = plus(r1On, 2);
    const [kept, broken] = [await owed({ issuedOn }), await owed({ issuedOn })];
    for (const one of [kept, broken]) await promise(one, 120_00, promisedOn);
    await timeline.until(promisedOn);
    expect([(await kept.mails()).length, (await broken.mails()).length]).toEqual([0, 0]);
    await kept.pay(120_00, promisedOn);
    const graceEndsOn = workingDaysAfter(promisedOn, 3);
    await timeline.until(graceEndsOn);
    expect((await broken.dunning()).holds).toMatchObject([{ kind: 'promise' }]);
    expect(await broken.mails()).toHaveLength(0);
    const leavesOn = workingDay(plus(graceEndsOn, 1));
    await timeline.until(leavesOn);
    expect(await broken.history()).toContain('promise_broken');
    expect(await calls(broken)).toHaveLength(1);
    await timeline.until(plus(leavesOn, 7));
    expect([(await kept.mails()).length, (await broken.mails()).length]).toEqual([0, 1]);
    expect(await kept.history()).toContain('promise_kept');
    expect(await kept.history()).not.toContain('promise_broken');
  },
);

story(
  'a promise kept in part goes on for the rest; of two instalments the first that is broken ends the hold',
  async ({ timeline, day0, owed }) => {
    const issuedOn = plus(day0, -12);
    const { r1On } = ladderFrom(issuedOn);
    const [inPart, instalments] = [await owed({ issuedOn }), await owed({ issuedOn })];
    const [firstOn, secondOn] = [plus(r1On, 1), plus(r1On, 9)];
    await promise(inPart, 120_00, firstOn);
    await promise(instalments, 60_00, firstOn);
    await promise(instalments, 60_00, secondOn);
    await timeline.until(firstOn);
    await inPart.pay(70_00, firstOn);
    await instalments.pay(60_00, firstOn);
    const brokenOn = workingDay(plus(workingDaysAfter(firstOn, 3), 1));
    await timeline.until(plus(brokenOn, 1));
    const [rest] = await inPart.mails();
    expect(rest!.text).toMatch(/somme de 50,00\s€/);
    expect(await instalments.mails()).toHaveLength(0);
    await timeline.until(workingDaysAfter(secondOn, 3));
    expect(await instalments.mails()).toHaveLength(0);
    await timeline.until(workingDay(plus(workingDaysAfter(secondOn, 3), 1)));
    expect([(await inPart.mails()).length, (await instalments.mails()).length]).toEqual([1, 1]);
  },
);

story(
  'a dispute stops everything; rejected, the next step waits for a person; upheld, it goes on for the rest',
  async ({ timeline, day0, owed }) => {
    const issuedOn = plus(day0, -12);
    const { r1On } = ladderFrom(issuedOn);
    const [rejected, upheld, awaiting] = [await owed({ issuedOn }), await owed({ issuedOn }), await owed({ issuedOn })];
    const disputes = [];
    for (const one of [rejected, upheld, awaiting])
      disputes.push(await one.do('POST', '/disputes', { reason: 'Travaux non faits', comment: '' }));
    await timeline.until(plus(r1On, 1));
    for (const one of [rejected, upheld, awaiting]) expect(await one.mails()).toHaveLength(0);
    await rejected.do('POST', `/disputes/${disputes[0].id}/resolve`, {
      outcome: 'rejected',
      comment: 'Travaux constatés',
    });
    const credit = { external_id: unique('AV'), number: unique('AV'), amount_cents: 40_00, issued_on: day0 };
    await upheld.do('POST', `/disputes/${disputes[1].id}/resolve`, { outcome: 'upheld', comment: 'Geste', credit });
    await awaiting.do('POST', `/disputes/${disputes[2].id}/resolve`, { outcome: 'upheld', comment: 'Avoir à venir' });
    await timeline.until(nextSendDay(timeline.today));
    expect(await rejected.dunning()).toMatchObject({ status: 'to_confirm', next: { level: 1 } });
    expect((await upheld.mails())[0]?.text).toMatch(/somme de 80,00\s€/);
    expect((await awaiting.dunning()).holds).toMatchObject([{ kind: 'dispute' }]);
    expect([(await rejected.mails()).length, (await awaiting.mails()).length]).toEqual([0, 0]);
    await rejected.confirm();
    expect((await rejected.dunningOnce(({ level }) => level === 1)).level).toBe(1);
    expect([(await rejected.mails()).length, (await awaiting.mails()).length]).toEqual([1, 0]);
  },
);

story(
  'litigation freezes a case for as long as it lasts; out of it, the next step waits for a person',
  async ({ timeline, day0, owed }) => {
    const issuedOn = plus(day0, -13);
    const { r1On, r2On } = ladderFrom(issuedOn);
    const one = await owed({ issuedOn });
    await timeline.until(r1On);
    await one.do('PUT', '/litigation', { reason: 'Confié à Me Durand' });
    expect(await one.dunning()).toMatchObject({ status: 'held', next: null, holds: [{ kind: 'litigation' }] });
    await timeline.until(plus(r2On, 6));
    expect(await one.mails()).toHaveLength(1);
    await one.do('DELETE', '/litigation');
    await timeline.until(plus(nextSendDay(timeline.today), 2));
    expect(await one.dunning()).toMatchObject({ status: 'to_confirm', next: { level: 2, mode: 'to_confirm' } });
    expect(await one.mails()).toHaveLength(1);
    await one.confirm();
    await one.dunningOnce(({ level }) => level === 2);
    expect(await one.mails()).toHaveLength(2);
  },
);

story(
  'a pause ends after its last day; lifted before the planned day, it changes nothing',
  async ({ timeline, day0, owed }) => {
    const issuedOn = plus(day0, -12);
    const { r1On } = ladderFrom(issuedOn);
    const [paused, lifted] = [await owed({ issuedOn }), await owed({ issuedOn })];
    const before = await lifted.next();
    const untilOn = plus(r1On, 4);
    await paused.do('PUT', '/pause', { reason: 'En vacances', until_on: untilOn });
    await lifted.do('PUT', '/pause', { reason: 'Par erreur' });
    await lifted.do('DELETE', '/pause');
    expect(await lifted.next()).toMatchObject({ due_at: before.due_at, mode: before.mode });
    await timeline.until(r1On);
    expect([(await paused.mails()).length, (await lifted.mails()).length]).toEqual([0, 1]);
    await timeline.until(untilOn);
    expect(await paused.mails()).toHaveLength(0);
    await timeline.until(workingDay(plus(untilOn, 1)));
    expect(await paused.mails()).toHaveLength(1);
    expect(dateInFrance((await paused.dunning()).levels[0].done_at)).toBe(workingDay(plus(untilOn, 1)));
  },
);

story(
  'a pause of the customer holds his invoices, a later one too; without it each goes on',
  async ({ business, timeline, day0, owed, owedToo }) => {
    const issuedOn = plus(day0, -12);
    const { r1On } = ladderFrom(issuedOn);
    const early = await owed({ issuedOn });
    await business.do('POST', `/customers/${early.customer.id}/pause`, { reason: 'Décès dans la famille' });
    const late = await owedToo(early, { issuedOn, cents: 80_00 });
    await timeline.until(plus(r1On, 3));
    for (const one of [early, late]) expect((await one.dunning()).holds).toMatchObject([{ kind: 'customer_pause' }]);
    expect(await early.mails()).toHaveLength(0);
    await business.do('DELETE', `/customers/${early.customer.id}/pause`);
    await timeline.until(nextSendDay(timeline.today));
    expect([(await early.mailsAboutIt()).length, (await late.mailsAboutIt()).length]).toEqual([1, 1]);
  },
);
