import { plus, workingDay } from '../../e2e/french-days.ts';
import type { ChaosCase } from '../chaos-case.ts';
import type { Point } from '../stack/gates.ts';
import type { Owed, World } from '../world.ts';
import { arrive, until } from './lives.ts';

/** `accepted`: the mail is in the ledger, and its sender never hears so. */
const POINTS: readonly (Point | 'accepted')[] = [
  'commit:reserved',
  'before:rendered',
  'commit:rendered',
  'before:sending',
  'commit:sending',
  'accepted',
  'before:sent',
  'commit:sent',
];
const AGE_DAYS = 14;

/** Every case is brought to its point; then the worker is killed, whoever was held goes on alone, and another worker comes. */
export const workerKilledAtPoints: ChaosCase = {
  name: 'worker-killed-at-points',
  what: 'the worker killed -9 at each named point of the protocol, with payments while it is dead',
  async live(world) {
    const all = await world.oweMany(POINTS.length * world.sized(3, 1), () => AGE_DAYS);
    let dueOn = workingDay(plus(all[0]!.issuedOn, 15));
    for (let round = 0; round < world.sized(2, 1); round += 1) {
      const living = all.filter(({ stop }) => !stop);
      await killAtPoints(world, living, (index) => POINTS[(index + round) % POINTS.length]!, dueOn);
      dueOn = workingDay(plus(dueOn, 15));
    }
  },
};

async function killAtPoints(
  world: World,
  all: readonly Owed[],
  pointOf: (index: number) => Point | 'accepted',
  dueOn: string,
): Promise<void> {
  const { gates, stack } = world;
  const at = all.map((owed, index) => ({ owed, point: pointOf(index), customerId: owed.file.customer.id }));
  const gated = at.filter((one) => one.point !== 'accepted');
  for (const { point, customerId } of gated) await gates.shut(point as Point, customerId);
  const unheard = at.filter((one) => one.point === 'accepted');
  const before = new Map<Owed, number>();
  for (const { owed } of unheard) before.set(owed, (await owed.file.mails()).length);
  stack.provider.decide = (to) => (unheard.some(({ owed }) => owed.file.email === to) ? 'accept_then_timeout' : null);
  const arrival = arrive(world, dueOn);
  arrival.catch(() => undefined);
  await until('everybody is at his point', async () => {
    const accepted = await Promise.all(
      unheard.map(async ({ owed }) => (await owed.file.mails()).length > (before.get(owed) ?? 0)),
    );
    const waiting = await gates.waiting();
    world.say(`${waiting} of ${gated.length} wait, ${accepted.filter(Boolean).length} of ${unheard.length} accepted`);
    return waiting === gated.length && accepted.every(Boolean);
  });
  await world.kill('worker');
  stack.provider.decide = () => null;
  for (const { point, customerId } of gated) await gates.open(point as Point, customerId);
  // While nobody works, some pay: from then on only what was named may arrive.
  for (const { owed } of at) if (world.random.next() < 0.3) await world.payWhole(owed);
  await stack.part('worker').restart();
  world.count('cases killed at a point', at.length);
  await arrival;
}
