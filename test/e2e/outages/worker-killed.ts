import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { eventually } from '../business.ts';
import { CaseFile } from '../case-file.ts';
import { dateInFrance, daysBetween, plus } from '../french-days.ts';
import { ladderFrom } from '../stories/ladder-days.ts';
import { type Sufferer, todayOf } from './outage.ts';

const KILLS = 4;

/** The same moments for the same seed (a linear congruential generator). */
function moments(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

/** Moves the clock to that day, asking again when an advance was given up. */
async function arriveAt(all: Sufferer, on: string): Promise<void> {
  for (let today = await todayOf(all); today < on; today = await todayOf(all)) {
    const { status, body } = await all.business.ask('POST', '/demo/clock', { advance_days: daysBetween(today, on) });
    if (status !== 200 && status !== 503) throw new Error(JSON.stringify(body));
  }
}

export function workerKilled(get: () => Sufferer, seed: number): void {
  it(`a worker killed again and again with -9 while reminders leave (seed ${seed}): nothing twice, nothing lost`, async () => {
    const all = get();
    const worker = all.stack.processes.worker!;
    const today = await todayOf(all);
    const ages = Array.from({ length: 15 }, (_, index) => 1 + (index % 14));
    const cases = await Promise.all(ages.map((days) => CaseFile.open(all.business, { issuedOn: plus(today, -days) })));
    const random = moments(seed);
    let isThere = false;
    const arrival = arriveAt(all, plus(today, 50)).finally(() => (isThere = true));
    let kills = 0;
    for (; kills < KILLS && !isThere; kills += 1) {
      await sleep(100 + random() * 1_200);
      await worker.kill();
      await worker.restart();
    }
    await arrival;
    // A fast machine may be there before the last of them.
    expect(kills).toBeGreaterThanOrEqual(KILLS / 2);
    for (const one of cases) {
      const { r1On, r2On } = ladderFrom((await one.shown()).issued_on);
      const sent = (await one.messages()).filter(({ status }: { status: string }) => status === 'sent');
      expect(sent.map(({ sent_at }: { sent_at: string }) => dateInFrance(sent_at)).toSorted()).toEqual([r1On, r2On]);
      expect((await one.mails()).map(({ subject }) => subject.slice(0, 6))).toEqual(['Rappel', 'Deuxiè']);
      expect((await one.dunning()).status).toBe('to_confirm');
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
