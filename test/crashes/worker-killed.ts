import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { CaseFile } from '../e2e/case-file.ts';
import { dateInFrance, plus } from '../e2e/french-days.ts';
import { ladderFrom } from '../e2e/stories/ladder-days.ts';
import { type Sufferer, todayOf } from './outage.ts';
import { arriveAt } from './arrive-at.ts';

const KILLS = 4;

/** Random moments, the same for the same seed (a linear congruential generator). */
function moments(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
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
    // A fast machine may have finished before the last kill.
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
