import { expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { dateInFrance, plus } from '../e2e/french-days.ts';
import { knownToWorkflow, payment, type Sufferer, todayOf } from './outage.ts';
import { ladderFrom } from '../e2e/stories/ladder-days.ts';
import { arriveAt } from './arrive-at.ts';

export function apiKilledWithPayments(get: () => Sufferer): void {
  it('the API killed with -9 while payments come in: each that is posted again counts once, and every workflow hears of it', async () => {
    const all = get();
    const { business, stack } = all;
    const today = await todayOf(all);
    const cases = await Promise.all(
      [20, 21, 22].map((days) => CaseFile.open(business, { issuedOn: plus(today, days) })),
    );
    const payments = cases.flatMap((one) => [1, 2, 3, 4, 5].map(() => payment(one, unique('VIR'), 10_00, today)));
    const cut = payments.map((body) => business.ask('POST', '/payments', body).catch(() => null));
    // One request has its answer, the others are somewhere on the way.
    await Promise.race(cut);
    await stack.processes.api!.kill();
    const acknowledged = (await Promise.all(cut)).filter((answer) => answer?.status === 201).length;
    expect(acknowledged).toBeLessThan(payments.length);
    await stack.processes.api!.restart();
    const answers = await Promise.all(payments.map((body) => business.ask('POST', '/payments', body)));
    expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true);
    for (const one of cases) {
      expect(await one.shown()).toMatchObject({ paid_cents: 50_00, balance_cents: 70_00 });
      const told = await eventually(
        () => knownToWorkflow(all, one),
        ({ facts }) => facts?.balanceCents === 70_00,
      );
      expect(told.facts.balanceCents).toBe(70_00);
      await one.file();
    }
  });
}

export function apiKilledOnTheWay(get: () => Sufferer): void {
  it('the API killed with -9 while the clock moves: the next advance goes on, and each step left once, on its day', async () => {
    const all = get();
    const today = await todayOf(all);
    const cases = await Promise.all(
      [2, 5, 8].map((days) => CaseFile.open(all.business, { issuedOn: plus(today, -days) })),
    );
    await Promise.all(cases.map((one) => one.next()));
    const cut = all.business.advance(28).catch(() => null);
    await eventually(
      () => cases[1]!.mails(),
      ({ length }) => length > 0,
    );
    await all.stack.processes.api!.kill();
    await cut;
    await all.stack.processes.api!.restart();
    await arriveAt(all, plus(today, 28));
    for (const one of cases) {
      const { r1On, r2On } = ladderFrom((await one.shown()).issued_on);
      const sentOn = (await one.messages()).map(({ sent_at }: { sent_at: string }) => dateInFrance(sent_at)).toSorted();
      expect(sentOn).toEqual([r1On, r2On].filter((on) => on <= plus(today, 28)));
      expect(await one.mails()).toHaveLength(sentOn.length);
      await one.file();
    }
  });
}
