import { plus, workingDay } from '../../e2e/french-days.ts';
import type { ChaosCase } from '../chaos-case.ts';
import type { Point } from '../stack/gates.ts';
import type { Owed, World } from '../world.ts';
import { killAtUnknownEnds, REFUSED, sendAfterAll } from './killed-at-bad-ends.ts';
import { arrive, until } from './lives.ts';

/**
 * `accepted`: the mail is in the ledger, and its sender never gets the answer. `cancelled`: a part was paid after the rendering, so the
 * hand-over cancels the message, and one about the rest is made.
 */
const POINTS: readonly (Point | 'accepted')[] = [
  'commit:reserved',
  'before:rendered',
  'commit:rendered',
  'before:sending',
  'commit:sending',
  'accepted',
  'before:sent',
  'commit:sent',
  'before:cancelled',
  'commit:cancelled',
];
const AGE_DAYS = 14;
const PART_CENTS = 10_00;

/** Every case is brought to its point. Then the worker is killed, the transactions that were held go on, and another worker starts. */
export const workerKilledAtPoints: ChaosCase = {
  name: 'worker-killed-at-points',
  what: 'the worker killed -9 at each named point of the protocol, with payments while it is dead',
  async live(world) {
    const all = await world.oweMany(POINTS.length * world.sized(3, 1), () => AGE_DAYS);
    let refused = await world.oweMany(REFUSED.points.length * world.sized(3, 1), () => AGE_DAYS);
    let dueOn = workingDay(plus(all[0]!.issuedOn, 15));
    for (let round = 0; round < world.sized(2, 1); round += 1) {
      const living = all.filter(({ stop }) => !stop);
      await killAtPoints(world, living, (index) => POINTS[(index + round) % POINTS.length]!, refused, dueOn);
      refused = [];
      dueOn = workingDay(plus(dueOn, 15));
    }
    await killAtUnknownEnds(world);
  },
};

interface Held {
  owed: Owed;
  point: Point | 'accepted';
  customerId: string;
}

async function killAtPoints(
  world: World,
  all: readonly Owed[],
  pointOf: (index: number) => Point | 'accepted',
  refused: readonly Owed[],
  dueOn: string,
): Promise<void> {
  const { gates, stack } = world;
  const heldAt = (owed: Owed, point: Point | 'accepted') => ({ owed, point, customerId: owed.file.customer.id });
  const at = all.map((owed, index) => heldAt(owed, pointOf(index)));
  const atFailed = refused.map((owed, index) => heldAt(owed, REFUSED.points[index % REFUSED.points.length]!));
  const gated = [...at.filter((one) => one.point !== 'accepted'), ...atFailed];
  const toCancel = gated.filter(({ point }) => point.endsWith(':cancelled'));
  for (const { point, customerId } of gated) await gates.shut(point as Point, customerId);
  for (const { customerId } of toCancel) await gates.shut('commit:rendered', customerId);
  const unheard = at.filter((one) => one.point === 'accepted');
  const before = new Map<Owed, number>();
  for (const { owed } of unheard) before.set(owed, (await owed.file.mails()).length);
  const refuse = (to: string) => (refused.some(({ file }) => file.email === to) ? REFUSED.answer : null);
  stack.provider.decide = (to) =>
    unheard.some(({ owed }) => owed.file.email === to) ? 'accept_then_timeout' : refuse(to);
  const arrival = arrive(world, dueOn);
  arrival.catch(() => undefined);
  const everybodyIsThere = () =>
    until('everybody is at his point', async () => {
      const accepted = await Promise.all(
        unheard.map(async ({ owed }) => (await owed.file.mails()).length > (before.get(owed) ?? 0)),
      );
      const waiting = await gates.waiting();
      world.say(`${waiting} of ${gated.length} wait, ${accepted.filter(Boolean).length} of ${unheard.length} accepted`);
      return waiting === gated.length && accepted.every(Boolean);
    });
  await everybodyIsThere();
  await payInPart(world, toCancel);
  await everybodyIsThere();
  await world.kill('worker');
  stack.provider.decide = refuse;
  for (const { point, customerId } of gated) await gates.open(point as Point, customerId);
  // While no worker runs, some customers pay: from then on only the messages that the answers named may arrive.
  for (const { owed } of at) if (world.random.next() < 0.3) await world.payWhole(owed);
  await stack.part('worker').restart();
  world.count('cases killed at a point', at.length);
  world.count('of these while cancelled', toCancel.length);
  world.count('cases killed while failed', refused.length);
  await arrival;
  stack.provider.decide = () => null;
  for (const owed of refused) await sendAfterAll(owed);
}

/** For messages held at the end of their rendering: the payments have the lock before their hand-overs, which cancel them. */
async function payInPart(world: World, held: readonly Held[]): Promise<void> {
  const { gates } = world;
  let answered = 0;
  const paying = held.map(async ({ owed }) => {
    await world.payPart(owed, PART_CENTS);
    answered += 1;
  });
  await until('every part is paid or waits', async () => answered + (await gates.behind()) >= held.length);
  for (const { customerId } of held) await gates.open('commit:rendered', customerId);
  await Promise.all(paying);
}
