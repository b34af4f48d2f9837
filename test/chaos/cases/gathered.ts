import { setTimeout as pause } from 'node:timers/promises';
import { plus, workingDay } from '../../e2e/french-days.ts';
import type { ChaosCase } from '../chaos-case.ts';
import type { Owed, World } from '../world.ts';
import { arrive, until, whileDisturbed } from './lives.ts';
import { askedBy } from './who-asked.ts';

const AGE_DAYS = 13;

/** All invoices of a customer wake at the same hour, on two workers, and each asks for its step to be sent: one mail must list them all. */
export const gathered: ChaosCase = {
  name: 'gathered',
  what: 'many invoices of one customer wake at the same hour, twice, on two workers; one of them is paid, workers are killed',
  stack: { processes: { api: 2, worker: 2 } },
  async live(world) {
    const issuedOn = plus(await world.today(), -AGE_DAYS);
    const all: Owed[][] = [];
    for (let customer = 0; customer < world.sized(20, 6); customer += 1)
      all.push(await world.oweTogether(issuedOn, world.random.whole(3, 6), 'level'));
    await Promise.all(all.flat().map(({ file }) => file.next()));
    const r1On = workingDay(plus(issuedOn, 15));
    await wakeAtOnce(world, all.slice(0, world.sized(4, 2)), r1On);
    await seeWhoAsked(world, all);
    for (const some of all) if (world.random.next() < 0.3) await world.payWhole(world.random.pick(some));
    await whileDisturbed(
      () => arrive(world, workingDay(plus(r1On, 15))),
      async () => {
        await pause(world.random.between(500, 3_000));
        const worker = await world.killOne('worker');
        await worker.restart();
      },
      world.sized(4, 0),
    );
  },
};

/** For each of these customers, the first transaction that reserves the message is held until all the other invoices have asked too. */
async function wakeAtOnce(world: World, customers: readonly Owed[][], on: string): Promise<void> {
  const { gates } = world;
  const ids = customers.map(([owed]) => owed!.file.customer.id);
  for (const id of ids) await gates.shut('before:reserved', id);
  const arrival = arrive(world, on);
  arrival.catch(() => undefined);
  const others = customers.flat().length - customers.length;
  await until('all invoices of a customer ask at once', async () => {
    const [waiting, behind] = [await gates.waiting(), await gates.behind()];
    world.say(`${waiting} of ${ids.length} reserve, ${behind} of ${others} wait for them`);
    return waiting === ids.length && behind >= others;
  });
  world.count('invoices that asked while another reserved', others);
  for (const id of ids) await gates.open('before:reserved', id);
  await arrival;
}

/** Two workers that never compete for one action would prove nothing about several workers. */
async function seeWhoAsked(world: World, all: readonly Owed[][]): Promise<void> {
  for (const some of all) {
    const workers = await Promise.all(some.map(({ file }) => askedBy(world, file)));
    if (new Set(workers.flat()).size > 1) world.count('customers reached for by both workers');
  }
  world.demand(
    world.stack.all('worker').length < 2 || world.countOf('customers reached for by both workers') > 0,
    'no two workers reached for one customer',
  );
}
