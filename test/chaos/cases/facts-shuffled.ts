import { unique } from '../../e2e/business.ts';
import { plus } from '../../e2e/french-days.ts';
import type { ChaosCase } from '../chaos-case.ts';
import { Random } from '../random.ts';
import { compareEnds } from '../verdict/same-end.ts';
import type { Owed, World } from '../world.ts';
import { arrive } from './lives.ts';
import { repeatSignals } from './old-signals.ts';

type Fact = () => Promise<{ status: number }>;

/** Facts come in order, each once, and shuffled, each several times: the end is the same. */
export const factsShuffled: ChaosCase = {
  name: 'facts-shuffled',
  what: 'facts duplicated and shuffled, over HTTP and as signals of long ago, come to the same end as in order',
  async live(world) {
    const today = await world.today();
    const rounds = world.sized(40, 3);
    const pairs: { ordered: Owed; shuffled: Owed; round: number }[] = [];
    const compare = async () => {
      for (const { ordered, shuffled, round } of pairs) await compareEnds(world, ordered, shuffled, world.seed + round);
    };
    for (let round = 0; round < rounds; round += 1) {
      const age = new Random(world.seed + round).whole(3, 13);
      const [ordered, shuffled] = await world.oweMany(2, () => age);
      pairs.push({ ordered: ordered!, shuffled: shuffled!, round });
      await tellBoth(world, ordered!, shuffled!, round, today);
    }
    await compare();
    // What was said long ago is said again, in any order: the workflow knows better by now.
    for (const { shuffled, round } of pairs) await repeatSignals(world, shuffled, new Random(world.seed + round));
    await compare();
    await arrive(world, plus(today, 20));
    await compare();
  },
};

async function tellBoth(world: World, ordered: Owed, shuffled: Owed, round: number, today: string): Promise<void> {
  const random = new Random(world.seed + round);
  const chosen = drawFacts(random, today);
  const inOrder = chosen.map((make) => make(world, ordered));
  for (const fact of inOrder) await accepted(fact);
  const anew = chosen.map((make) => make(world, shuffled));
  const told = random.shuffled(anew.flatMap((fact) => Array.from({ length: random.whole(1, 4) }, () => fact)));
  world.count('facts told', told.length + inOrder.length);
  // Some at once, some one after the other.
  while (told.length > 0) await Promise.all(told.splice(0, random.whole(1, 4)).map(accepted));
}

async function accepted(fact: Fact): Promise<void> {
  for (let asked = 0; asked < 20; asked += 1) {
    const { status } = await fact();
    if (status === 200 || status === 201) return;
    // Another telling of the same payment is under way.
    if (status !== 409 && status !== 503) throw new Error(`a fact was answered ${status}`);
  }
  throw new Error('a fact was never accepted');
}

type MakeFact = (world: World, owed: Owed) => Fact;

/** Facts of which each is true whatever came before: what is left is 120 € less the sums below. */
function drawFacts(random: Random, today: string): MakeFact[] {
  const payment =
    (cents: number): MakeFact =>
    ({ business }, { file }) => {
      const allocations = [{ invoice_number: file.number, amount_cents: cents }];
      const body = { external_id: unique('VIR'), amount_cents: cents, currency: 'EUR', paid_on: today, allocations };
      return () => business.ask('POST', '/payments', body);
    };
  const credit =
    (cents: number): MakeFact =>
    ({ business }, { file }) => {
      const body = { external_id: unique('AV'), number: unique('AV'), amount_cents: cents, issued_on: today };
      return () => business.ask('POST', `/invoices/${file.id}/credits`, body);
    };
  const pausedUntil = plus(today, random.whole(1, 12));
  const pauseSet: MakeFact =
    ({ business }, { file }) =>
    () =>
      business.ask('PUT', `/invoices/${file.id}/pause`, { reason: 'En vacances', until_on: pausedUntil });
  const litigation: MakeFact =
    ({ business }, { file }) =>
    () =>
      business.ask('PUT', `/invoices/${file.id}/litigation`, { reason: 'Confié à Me Durand' });
  const amounts = Array.from({ length: random.whole(1, 5) }, () => random.whole(1, 20_00));
  const facts = amounts.map((cents) => (random.next() < 0.7 ? payment(cents) : credit(cents)));
  if (random.next() < 0.5) facts.push(pauseSet);
  if (random.next() < 0.25) facts.push(litigation);
  return random.shuffled(facts);
}
