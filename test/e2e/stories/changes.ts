import { expect } from 'vitest';
import { dateInFrance, isWorkingDay, latest, nextSendDay, plus, workingDay } from '../french-days.ts';
import { story } from '../story.ts';
import { ladderFrom } from './ladder-days.ts';

story(
  'a level that a person raises: R1 is never sent, R2 comes fifteen days after that day',
  async ({ timeline, day0, owed }) => {
    const issuedOn = plus(day0, -12);
    const one = await owed({ issuedOn });
    await one.next();
    await one.do('PUT', '/level', { level: 1, reason: 'Relancé par l’agence' });
    const raised = await one.dunningOnce(({ next }) => next?.level === 2);
    const secondOn = workingDay(plus(day0, 15));
    expect([raised.level, dateInFrance(raised.next.due_at)]).toEqual([1, secondOn]);
    await timeline.until(plus(secondOn, -1));
    expect(await one.mails()).toHaveLength(0);
    await timeline.until(secondOn);
    expect((await one.mails()).map(({ subject }) => subject)).toEqual([expect.stringContaining('Deuxième rappel')]);
  },
);

story('a level that a person lowers to 0: the ladder starts again with R1, once', async ({ timeline, day0, owed }) => {
  const issuedOn = plus(day0, -13);
  const { r1On } = ladderFrom(issuedOn);
  const one = await owed({ issuedOn });
  await timeline.until(plus(r1On, 1));
  await one.do('PUT', '/level', { level: 0, reason: 'Courrier envoyé à la mauvaise adresse' });
  const again = await one.dunningOnce(({ next }) => next?.level === 1);
  await timeline.until(dateInFrance(again.next.due_at));
  expect((await one.mails()).map(({ subject }) => subject)).toEqual(
    Array(2).fill(expect.stringContaining('Rappel de règlement')),
  );
  await timeline.until(plus(timeline.today, 8));
  expect(await one.mails()).toHaveLength(2);
});

story(
  'an invoice that comes in at level 1, reached elsewhere: R2 fifteen days after that day, R1 never',
  async ({ timeline, day0, owed }) => {
    const reachedOn = plus(day0, -8);
    const one = await owed({ issuedOn: plus(day0, -40), invoice: { initial_level: 1, initial_level_on: reachedOn } });
    const secondOn = workingDay(plus(reachedOn, 15));
    await timeline.until(plus(secondOn, -1));
    expect(await one.mails()).toHaveLength(0);
    await timeline.until(secondOn);
    expect((await one.mails()).map(({ subject }) => subject)).toEqual([expect.stringContaining('Deuxième rappel')]);
  },
);

story(
  'a due date that is corrected after R1: R1 does not leave again, and R2 not before the debt is due',
  async ({ business, timeline, day0, owed }) => {
    const dueOn = plus(day0, -13);
    const { r1On } = ladderFrom(dueOn);
    const one = await owed({ kind: 'professional', issuedOn: dueOn, dueOn });
    await timeline.until(plus(r1On, 1));
    const newDueOn = plus(r1On, 30);
    expect((await business.change(`/invoices/${one.id}`, { due_on: newDueOn })).status).toBe(200);
    const secondOn = workingDay(latest(plus(newDueOn, 1), plus(r1On, 15)));
    const moved = await one.dunningOnce(({ next }) => next?.level === 2 && dateInFrance(next.due_at) === secondOn);
    expect([moved.level, dateInFrance(moved.next.due_at)]).toEqual([1, secondOn]);
    await timeline.until(plus(secondOn, -1));
    expect(await one.mails()).toHaveLength(1);
    await timeline.until(secondOn);
    expect(await one.mails()).toHaveLength(2);
  },
);

/** The next 26 December that is a working day, except in Alsace and Moselle. */
function boxingDay(afterOn: string): string {
  for (let year = Number(afterOn.slice(0, 4)) + 1; ; year += 1)
    if (isWorkingDay(`${year}-12-26`)) return `${year}-12-26`;
}

story(
  'settings that change move the open plans: the hour, the time zone, the holidays',
  async ({ business, timeline, day0, owed }) => {
    const own = await business.another();
    const on = boxingDay(day0);
    const planned = await owed({ issuedOn: plus(on, -15) }, own);
    const soon = await owed({ issuedOn: plus(day0, -12) }, own);
    const { r1On } = ladderFrom(plus(day0, -12));
    expect((await planned.next()).due_at).toBe(`${on}T08:00:00.000Z`);
    const follows = async (change: object, dueAt: string) => {
      expect((await own.change('/settings', change)).status).toBe(200);
      expect((await planned.dunningOnce(({ next }) => next?.due_at === dueAt)).next.due_at).toBe(dueAt);
    };
    await follows({ send_hour: 16 }, `${on}T15:00:00.000Z`);
    await follows({ time_zone: 'America/Martinique' }, `${on}T20:00:00.000Z`);
    const inAlsaceOn = workingDay(on, 'alsace_moselle');
    expect(inAlsaceOn).not.toBe(on);
    await follows({ holiday_zone: 'alsace_moselle' }, `${inAlsaceOn}T20:00:00.000Z`);
    // What is planned for 16:00 in Martinique has not left at noon in France; the day after, it has.
    await timeline.until(r1On);
    expect(await soon.mails()).toHaveLength(0);
    await timeline.until(plus(r1On, 1));
    expect(await soon.mails()).toHaveLength(1);
  },
);

story(
  'a step that falls on a day of rest leaves on the next working day, and not before',
  async ({ timeline, day0, owed }) => {
    const days = Array.from({ length: 21 }, (_, more) => plus(day0, 2 + more));
    const restOn = days.find((on) => isWorkingDay(plus(on, -1)) && !isWorkingDay(on))!;
    const [first, second] = [await owed({ issuedOn: plus(restOn, -15) }), await owed({ issuedOn: plus(restOn, -14) })];
    await timeline.until(plus(workingDay(restOn), -1));
    expect([(await first.mails()).length, (await second.mails()).length]).toEqual([0, 0]);
    await timeline.until(workingDay(restOn));
    expect([(await first.mails()).length, (await second.mails()).length]).toEqual([1, 1]);
  },
);

story(
  'two invoices of one customer, and a cap of one message a week: the second waits for the next free day',
  async ({ business, timeline, day0, owed, owedToo }) => {
    const capped = await business.another();
    await capped.change('/settings', { max_messages_per_customer: { count: 1, days: 7 } });
    const issuedOn = plus(day0, -12);
    const { r1On } = ladderFrom(issuedOn);
    const first = await owed({ issuedOn }, capped);
    await owedToo(first, { issuedOn });
    await timeline.until(r1On);
    expect(await first.mails()).toHaveLength(1);
    await timeline.until(plus(r1On, 5));
    expect(await first.mails()).toHaveLength(1);
    await timeline.until(nextSendDay(plus(r1On, 7)));
    expect(await first.mails()).toHaveLength(2);
  },
);
