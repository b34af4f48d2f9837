import { setTimeout as pause } from 'node:timers/promises';
import { plus, workingDay } from '../../e2e/french-days.ts';
import type { ChaosCase } from '../chaos-case.ts';
import { randomOf } from '../random.ts';
import type { Owed, World } from '../world.ts';
import { arrive, until } from './lives.ts';

const BATCH = 25;
const WITHIN_MS = 50;
/** The pause between two hand-overs' release and the next, so that one race does not slow the other. */
const SETTLED_MS = 40;

/**
 * Each race has a seed of its own: seed, seed + 1, … A message is held just before its hand-over; it is let go, and the payment
 * is posted up to 50 ms before or after the moment at which its hand-over is expected to be committed.
 */
export const paymentRacesSending: ChaosCase = {
  name: 'payment-races-sending',
  what: 'a payment of the whole posted within 50 ms of the hand-over: a mail only before it, or named in its answer',
  async live(world) {
    const races = world.sized(500, 25);
    const lead = new Lead();
    for (let first = 0; first < races; first += BATCH) {
      const today = await world.today();
      const dueOn = workingDay(plus(today, 1));
      const age = 15 - (Date.parse(dueOn) - Date.parse(today)) / 86_400_000;
      const batch = await world.oweMany(Math.min(BATCH, races - first), () => age);
      await race(world, batch, dueOn, lead, first);
      world.say(`${first + batch.length} races`);
    }
    world.count('hand-overs expected after ms', Math.round(lead.ms));
  },
};

async function race(world: World, batch: readonly Owed[], dueOn: string, lead: Lead, first: number): Promise<void> {
  const { gates } = world;
  for (const { file } of batch) await gates.shut('commit:rendered', file.customer.id);
  const arrival = arrive(world, dueOn);
  arrival.catch(() => undefined);
  await until('every message is rendered', async () => (await gates.waiting()) === batch.length);
  for (const [index, owed] of batch.entries()) {
    const offsetMs = randomOf(world.seed + first + index, 'offset').between(-WITHIN_MS, WITHIN_MS);
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
  // A payment that is to be there long before the hand-over is posted before the message is let go.
  const paying = pause(Math.max(0, delayMs)).then(() => pay(world, owed));
  await pause(Math.max(0, -delayMs));
  const letGoAt = performance.now();
  await world.gates.open('commit:rendered', customerId);
  const [postedAt, handedAt] = await Promise.all([paying, handed]);
  const apartMs = postedAt - handedAt;
  lead.learn(handedAt - letGoAt);
  world.count(Math.abs(apartMs) <= WITHIN_MS ? 'posted within 50 ms of the hand-over' : 'posted further off');
}

/** Answers when it was posted, once it is answered. */
async function pay(world: World, owed: Owed): Promise<number> {
  const postedAt = performance.now();
  const answer = await world.payWhole(owed);
  if (answer?.status !== 201) throw new Error(`a payment was answered ${answer?.status}`);
  return postedAt;
}

/** How long after its release a message is handed over, as the last ones were. */
class Lead {
  ms = 25;
  learn(tookMs: number): void {
    this.ms += (Math.min(tookMs, 200) - this.ms) / 8;
  }
}

/**
 * Under the customer's lock a payment and a hand-over come one after the other, and Postgres says in which order: paid
 * first, nothing leaves; handed over first and not yet recorded, the answer names it.
 */
async function compare(world: World, batch: readonly Owed[]): Promise<void> {
  const notes = await world.gates.notes(batch.map(({ file }) => file.customer.id));
  for (const { file, stop } of batch) {
    const own = notes.filter(({ customerId }) => customerId === file.customer.id);
    const seqOf = (what: string) => own.find((note) => note.what === what)?.seq ?? Infinity;
    const paid = seqOf('paid');
    const mails = await file.mails();
    const isOpen = seqOf('sending') < paid && paid < Math.min(seqOf('sent'), seqOf('ambiguous'));
    if (isOpen !== (stop?.named.length === 1))
      world.violations.push(`${file.number}: handed over and open ${isOpen}, named ${JSON.stringify(stop?.named)}`);
    if (paid < seqOf('sending') && mails.length > 0)
      world.violations.push(`${file.number}: paid before the hand-over, and a mail was accepted`);
    world.count(paid < seqOf('sending') ? 'paid first' : isOpen ? 'handed over first' : 'sent first');
  }
}
