import { plus, workingDay } from '../../e2e/french-days.ts';
import type { ChaosCase } from '../chaos-case.ts';
import { randomOf } from '../random.ts';
import type { Decide } from '../stack/provider-proxy.ts';
import type { Owed, World } from '../world.ts';
import { arrive } from './lives.ts';

const RESETS_AFTER_ACCEPTING = 0.3;
const OTHERS = ['reset', '500', '429', '409', 'bad_body'] as const;
/** A call that is given up takes seconds of the machine’s own time, so few are. */
const NEVER_ANSWERED = ['accept_then_timeout', 'timeout'] as const;

/** Some meet 500 for more than a day; then R1 of the others meets calls that fail in every way, and R2 nobody at all for 27 hours. */
export const providerFaults: ChaosCase = {
  name: 'provider-faults',
  what: 'the provider accepts and resets in 30 % of calls, times out, answers 500, 429, 409, garbage, is down for 27 hours',
  async live(world) {
    const { provider } = world.stack;
    const day0 = await world.today();
    const sick = await world.oweMany(world.sized(8, 2), () => 14);
    const others = await world.oweMany(world.sized(40, 10), () => 8);
    await failForADay(world, sick, day0);
    provider.decide = anyFault(world);
    const r1On = workingDay(plus(others[0]!.issuedOn, 15));
    // Tries that fail go on into the following day.
    await arrive(world, plus(r1On, 2));
    provider.decide = () => null;
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

/** The same fault for the same seed, case and call. */
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

/** A 500 says nothing about what became of the mail: after 23 hours a person looks into the ledger and settles it. */
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

async function settleByHand(world: World, { file }: Owed): Promise<void> {
  const messages: { id: string; status: string }[] = await file.messages();
  const ambiguous = messages.find(({ status }) => status === 'ambiguous');
  if (!ambiguous) throw new Error(`${file.number} should be ambiguous: ${messages.map((each) => each.status).join()}`);
  const isThere = (await file.mails()).some((mail) => mail.idempotency_key === ambiguous.id);
  const outcome = isThere ? 'sent' : 'not_sent';
  await world.business.do('POST', `/messages/${ambiguous.id}/resolve`, { outcome, comment: 'Vérifié' });
  world.count(`settled by a person as ${outcome}`);
  const { status } = await file.dunningOnce(({ next, status }) => next !== null && status !== 'needs_attention');
  if (status === 'to_confirm') await file.confirm();
}
