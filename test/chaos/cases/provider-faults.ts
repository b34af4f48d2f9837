import { plus, workingDay } from '../../e2e/french-days.ts';
import type { ChaosCase } from '../chaos-case.ts';
import { randomOf } from '../random.ts';
import type { Decide } from '../stack/provider-proxy.ts';
import { faultsShort, NEVER_ANSWERED, OTHERS, RESETS_AFTER_ACCEPTING } from '../verdict/shortfalls.ts';
import type { Owed, World } from '../world.ts';
import { arrive } from './lives.ts';
import { settleByHand } from './settle-by-hand.ts';

/**
 * Some mails meet a 500 for more than a day. Then the R1 of the others meets calls that fail in every way, and R2 a provider that is away
 * for 27 hours.
 */
export const providerFaults: ChaosCase = {
  name: 'provider-faults',
  what: 'the provider accepts and resets in 30 % of calls, times out, answers 500, 429, 409, garbage, is down for 27 hours',
  async live(world) {
    const { provider } = world.stack;
    const day0 = await world.today();
    const sick = await world.oweMany(world.sized(8, 2), () => 14);
    const others = await world.oweMany(world.sized(40, 10), () => 8);
    await failForADay(world, sick, day0);
    const before = new Map(provider.met);
    provider.decide = anyFault(world);
    const r1On = workingDay(plus(others[0]!.issuedOn, 15));
    // Failing tries go on into the following day.
    await arrive(world, plus(r1On, 2));
    provider.decide = () => null;
    seeWhatWasMet(world, before);
    const r2On = workingDay(plus(r1On, 15));
    await arrive(world, plus(r2On, -1));
    await provider.goAway();
    // From nine o'clock on that day until noon of the next.
    await arrive(world, plus(r2On, 1));
    await provider.comeBack();
    await arrive(world, plus(r2On, 3));
    for (const [kind, times] of provider.met) world.count(`calls that met ${kind}`, times);
  },
};

/** The number of calls since `before`. */
function seeWhatWasMet(world: World, before: ReadonlyMap<string, number>): void {
  const met = new Map([...world.stack.provider.met].map(([kind, times]) => [kind, times - (before.get(kind) ?? 0)]));
  for (const sentence of faultsShort(met)) world.demand(false, sentence);
}

/** The fault of a call: always the same for the same seed, case and call. */
const anyFault =
  (world: World): Decide =>
  (to, nth) => {
    const index = /^case(\d+)\./.exec(to)?.[1] ?? '';
    const random = randomOf(world.seed, `${index}/${nth}`);
    const chance = random.next();
    if (nth === 1 && Number(index) % 10 === 9) return random.pick(NEVER_ANSWERED);
    if (chance < RESETS_AFTER_ACCEPTING) return 'accept_then_reset';
    return chance < 0.6 ? random.pick(OTHERS) : null;
  };

/** A 500 does not say whether the mail was accepted: after 23 hours a person looks into the ledger and settles it. */
async function failForADay(world: World, sick: readonly Owed[], day0: string): Promise<void> {
  const addresses = new Set(sick.map(({ file }) => file.email));
  world.stack.provider.decide = (to) => (addresses.has(to) ? '500' : null);
  const r1On = workingDay(plus(sick[0]!.issuedOn, 15));
  await arrive(world, plus(r1On, 2));
  world.stack.provider.decide = () => null;
  for (const owed of sick) await settleByHand(world, owed);
  if (plus(r1On, 4) > plus(day0, 6)) return;
  await arrive(world, plus(r1On, 4));
}
