import { setTimeout as pause } from 'node:timers/promises';
import { plus, workingDay } from '../../e2e/french-days.ts';
import type { ChaosCase } from '../chaos-case.ts';
import type { Owed } from '../world.ts';
import { arrive, whileDisturbed } from './lives.ts';

const AGE_DAYS = 13;

/** All invoices of a customer wake at one hour, and each asks for its step to be sent: one mail lists them all. */
export const gathered: ChaosCase = {
  name: 'gathered',
  what: 'many invoices of one customer wake at the same hour, twice; one of them is paid, the worker is killed',
  async live(world) {
    const issuedOn = plus(await world.today(), -AGE_DAYS);
    const all: Owed[][] = [];
    for (let customer = 0; customer < world.sized(20, 6); customer += 1)
      all.push(await world.oweTogether(issuedOn, world.random.whole(3, 6), 'level'));
    await Promise.all(all.flat().map(({ file }) => file.next()));
    const r1On = workingDay(plus(issuedOn, 15));
    await arrive(world, r1On);
    for (const some of all) if (world.random.next() < 0.3) await world.payWhole(world.random.pick(some));
    await whileDisturbed(
      () => arrive(world, workingDay(plus(r1On, 15))),
      async () => {
        await pause(world.random.between(500, 3_000));
        await world.kill('worker');
        await world.stack.part('worker').restart();
      },
      world.sized(4, 0),
    );
  },
};
