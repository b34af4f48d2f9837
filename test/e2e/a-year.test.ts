import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Business } from './business.ts';
import { CaseFile } from './case-file.ts';
import { dateInFrance, isWorkingDay, plus } from './french-days.ts';
import { ladderFrom } from './stories/ladder-days.ts';

let business: Business;
beforeAll(() => {
  business = new Business(inject('stack'));
});

describe('the demonstration clock', () => {
  it('moves 366 days at once: each step left on its own day, none on a day of rest, none twice', async () => {
    const today = dateInFrance((await business.clock()).now_at);
    const opened = [10, 80, 150, 220].map((days) => CaseFile.open(business, { issuedOn: plus(today, days) }));
    const cases = await Promise.all(opened);
    const { now_at } = await business.advance(366);
    expect(dateInFrance(now_at)).toBe(plus(today, 366));
    for (const [index, one] of cases.entries()) {
      const { r1On, r2On } = ladderFrom(plus(today, [10, 80, 150, 220][index]!));
      const sentOn = (await one.messages()).map(({ sent_at }: { sent_at: string }) => dateInFrance(sent_at)).toSorted();
      expect(sentOn).toEqual([r1On, r2On]);
      expect(sentOn.every((on: string) => isWorkingDay(on))).toBe(true);
      expect((await one.mails()).map(({ subject }) => subject.slice(0, 6))).toEqual(['Rappel', 'Deuxiè']);
      expect((await one.dunning()).status).toBe('to_confirm');
      await one.file();
    }
  });

  it('lands at noon; a second advance meanwhile is 409; what is no number of days is 422', async () => {
    const one = await CaseFile.open(business, { issuedOn: dateInFrance((await business.clock()).now_at) });
    const answers = await Promise.all([1, 2, 3].map(() => business.ask('POST', '/demo/clock', { advance_days: 20 })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('advance_under_way');
    expect(new Date((await business.clock()).now_at).toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris' })).toMatch(
      /^12:00/,
    );
    expect(await one.mails()).toHaveLength(1);
    for (const days of [0, 367, -1, 1.5, '3'])
      expect((await business.ask('POST', '/demo/clock', { advance_days: days })).status).toBe(422);
    await one.file();
  });
});
