import { plus, workingDay } from '../../e2e/french-days.ts';
import type { Point } from '../stack/gates.ts';
import type { Owed, World } from '../world.ts';
import { arrive, until } from './lives.ts';
import { settleByHand } from './settle-by-hand.ts';

const AGE_DAYS = 14;
/** A status with which the provider's refusal fails a message at once. */
export const REFUSED = { answer: '422', points: ['before:failed', 'commit:failed'] } as const;
/** A status that leaves the outcome unknown: when every try gets it, the message is ambiguous after 23 hours. */
const UNKNOWN = { answer: '500', points: ['before:ambiguous', 'commit:ambiguous'], days: 2 } as const;

/** The worker is killed while a message's outcome is unknown; then a person settles it, and the step leaves after all. */
export async function killAtUnknownEnds(world: World): Promise<void> {
  const all = await world.oweMany(UNKNOWN.points.length * world.sized(3, 1), () => AGE_DAYS);
  const dueOn = workingDay(plus(all[0]!.issuedOn, 15));
  await killAllAt(world, all, UNKNOWN.points, UNKNOWN.answer, plus(dueOn, UNKNOWN.days));
  world.count('cases killed while ambiguous', all.length);
  for (const owed of all) await settleByHand(world, owed);
  // When a person said that nothing left, the step is planned again.
  await arrive(world, workingDay(plus(await world.today(), 1)));
}

async function killAllAt(
  world: World,
  all: readonly Owed[],
  points: readonly Point[],
  answer: string,
  on: string,
): Promise<void> {
  const { gates, stack } = world;
  const held = all.map(({ file }, index) => ({ point: points[index % points.length]!, customerId: file.customer.id }));
  for (const { point, customerId } of held) await gates.shut(point, customerId);
  const addresses = new Set(all.map(({ file }) => file.email));
  stack.provider.decide = (to) => (addresses.has(to) ? answer : null);
  const arrival = arrive(world, on);
  arrival.catch(() => undefined);
  const isThere = async () => {
    const waiting = await gates.waiting();
    world.say(`${waiting} of ${held.length} wait at their end`);
    return waiting === held.length;
  };
  // The clock has to pass 23 hours of tries.
  await until('everybody is at his end', isThere, 300_000);
  await world.kill('worker');
  for (const { point, customerId } of held) await gates.open(point, customerId);
  await stack.part('worker').restart();
  await arrival;
  stack.provider.decide = () => null;
}

/** Once the provider takes mails again, a person sends again the one that it refused. */
export async function sendAfterAll({ file }: Owed): Promise<void> {
  await file.dunningOnce(({ status }) => status === 'needs_attention');
  await file.confirm();
}
