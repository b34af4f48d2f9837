import { setTimeout as pause } from 'node:timers/promises';
import { plus, workingDay } from '../../e2e/french-days.ts';
import type { ChaosCase } from '../chaos-case.ts';
import { randomOf } from '../random.ts';
import { NEAR, ORDERS, racesShort, WITHIN_MS } from '../verdict/shortfalls.ts';
import { nameOf, type Owed, type World } from '../world.ts';
import { arrive, until } from './lives.ts';

const BATCH = 25;
/** Pause in ms between releasing two hand-overs, so that one race does not slow down the next. */
const SETTLED_MS = 40;
/** One race in this number is against a promise of the whole amount. */
const PROMISE_EVERY = 10;
/** Races run at most so many times the number asked for: a machine that needs more is too slow to show anything. */
const MOST_TIMES = 4;

/**
 * Each race has a seed of its own: seed, seed + 1, … A message is held just before its hand-over. Then it is released, and the payment
 * (or the promise) is posted up to 50 ms before or after the moment at which its hand-over is expected to be committed. The races go on
 * until as many as asked for were that near and each order has occurred, however slow the machine is.
 */
export const paymentRacesSending: ChaosCase = {
  name: 'payment-races-sending',
  what: 'a payment or a promise of the whole posted within 50 ms of the hand-over: a mail only before it, or named in its answer',
  async live(world) {
    const fewest = world.sized(500, 25);
    // With few races on a busy machine hardly any is that near.
    const near = world.sized(500, 1);
    const most = MOST_TIMES * fewest;
    const lead = new Lead();
    let raced = 0;
    const missing = () => racesShort(world.counts, raced, near);
    while (raced < fewest || (raced < most && missing().length > 0)) {
      const today = await world.today();
      const dueOn = workingDay(plus(today, 1));
      const age = 15 - (Date.parse(dueOn) - Date.parse(today)) / 86_400_000;
      const batch = await world.oweMany(BATCH, () => age);
      for (const [index, owed] of batch.entries()) owed.seed = world.seed + raced + index;
      await race(world, batch, dueOn, lead);
      raced += batch.length;
      world.say(`${raced} races, ${world.countOf(NEAR)} within ${WITHIN_MS} ms`);
    }
    world.count('races', raced);
    world.count('hand-overs expected after ms', Math.round(lead.ms));
    for (const sentence of missing()) world.demand(false, sentence);
  },
};

async function race(world: World, batch: readonly Owed[], dueOn: string, lead: Lead): Promise<void> {
  const { gates } = world;
  for (const { file } of batch) await gates.shut('commit:rendered', file.customer.id);
  const arrival = arrive(world, dueOn);
  arrival.catch(() => undefined);
  await until('every message is rendered', async () => (await gates.waiting()) === batch.length);
  for (const owed of batch) {
    const offsetMs = randomOf(owed.seed!, 'offset').between(-WITHIN_MS, WITHIN_MS);
    await raceOne(world, owed, lead, offsetMs);
    await pause(SETTLED_MS);
  }
  await arrival;
  await compare(world, batch);
}

async function raceOne(world: World, owed: Owed, lead: Lead, offsetMs: number): Promise<void> {
  const customerId = owed.file.customer.id;
  const handed = new Promise<number>((resolve) => {
    const stop = world.gates.listen((what, whose) => {
      if (whose !== customerId || (what !== 'sending' && what !== 'cancelled')) return;
      stop();
      resolve(performance.now());
    });
  });
  const delayMs = lead.ms + offsetMs;
  // A payment that must be stored well before the hand-over is posted before the message is released.
  const stop = owed.seed! % PROMISE_EVERY === 0 ? promise : pay;
  const paying = pause(Math.max(0, delayMs)).then(() => stop(world, owed));
  await pause(Math.max(0, -delayMs));
  const letGoAt = performance.now();
  await world.gates.open('commit:rendered', customerId);
  const [postedAt, handedAt] = await Promise.all([paying, handed]);
  const apartMs = postedAt - handedAt;
  lead.learn(handedAt - letGoAt);
  world.count(Math.abs(apartMs) <= WITHIN_MS ? NEAR : 'posted further off');
}

/** Posts a payment; returns the instant of posting once it is answered. */
async function pay(world: World, owed: Owed): Promise<number> {
  const postedAt = performance.now();
  const answer = await world.payWhole(owed);
  if (answer?.status !== 201) throw new Error(`a payment was answered ${answer?.status}`);
  return postedAt;
}

/** Posts a promise; returns the instant of posting once it is answered. */
async function promise(world: World, owed: Owed): Promise<number> {
  const postedAt = performance.now();
  const answer = await world.promiseWhole(owed);
  if (answer?.status !== 201) throw new Error(`a promise was answered ${answer?.status}`);
  world.count('by a promise');
  return postedAt;
}

/** How long after its release, in ms, a message is handed over, judging by the last ones. */
class Lead {
  ms = 25;
  learn(tookMs: number): void {
    // One that was delayed says nothing about the next; on a busy machine all of them take long.
    this.ms += (Math.min(tookMs, Math.max(200, 2 * this.ms)) - this.ms) / 8;
  }
}

/**
 * Under the customer's lock a stop and a hand-over come one after the other, and Postgres says in which order. Paid (or promised) first:
 * nothing leaves. Handed over first and not yet recorded: the answer to the payment names it.
 */
async function compare(world: World, batch: readonly Owed[]): Promise<void> {
  const notes = await world.gates.notes(batch.map(({ file }) => file.customer.id));
  for (const owed of batch) {
    const { file, stop } = owed;
    const own = notes.filter(({ customerId }) => customerId === file.customer.id);
    const seqOf = (what: string) => own.find((note) => note.what === what)?.seq ?? Infinity;
    const paid = Math.min(seqOf('paid'), seqOf('held'));
    const mails = await file.mails();
    const isOpen = seqOf('sending') < paid && paid < Math.min(seqOf('sent'), seqOf('ambiguous'));
    if (isOpen !== (stop?.named.length === 1))
      world.violations.push(`${nameOf(owed)}: handed over and open ${isOpen}, named ${JSON.stringify(stop?.named)}`);
    if (paid < seqOf('sending') && mails.length > 0)
      world.violations.push(`${nameOf(owed)}: paid before the hand-over, and a mail was accepted`);
    world.count(ORDERS[paid < seqOf('sending') ? 0 : isOpen ? 1 : 2]);
  }
}
