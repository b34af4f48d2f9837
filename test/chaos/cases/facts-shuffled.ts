import { Webhook } from 'standardwebhooks';
import { unique } from '../../e2e/business.ts';
import { eventually } from '../../eventually.ts';
import { plus } from '../../e2e/french-days.ts';
import type { ChaosCase } from '../chaos-case.ts';
import { Random } from '../random.ts';
import { compareEnds } from '../verdict/same-end.ts';
import type { Owed, World } from '../world.ts';
import { arrive } from './lives.ts';
import { repeatSignals } from './old-signals.ts';

type Fact = () => Promise<{ status: number }>;

/** Two cases get the same facts, one in order and each once, the other shuffled and each several times: both must end alike. */
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
    // Old signals are sent again in any order: the workflow has a newer state and must ignore them.
    for (const { shuffled, round } of pairs) await repeatSignals(world, shuffled, new Random(world.seed + round));
    await compare();
    await arrive(world, plus(today, 20));
    for (const { ordered, shuffled } of pairs)
      await Promise.all([confirmWaiting(world, ordered), confirmWaiting(world, shuffled)]);
    await compare();
  },
};

async function tellBoth(world: World, ordered: Owed, shuffled: Owed, round: number, today: string): Promise<void> {
  const random = new Random(world.seed + round);
  const chosen = drawFacts(random, round, today);
  const inOrder = chosen.map((make) => make(world, ordered));
  for (const fact of inOrder) await accepted(fact);
  const anew = chosen.map((make) => make(world, shuffled));
  const told = random.shuffled(anew.flatMap((fact) => Array.from({ length: random.whole(1, 4) }, () => fact)));
  world.count('facts told', told.length + inOrder.length);
  // Some are sent at the same time, some one after the other.
  while (told.length > 0) await Promise.all(told.splice(0, random.whole(1, 4)).map(accepted));
}

async function accepted(fact: Fact): Promise<void> {
  for (let asked = 0; asked < 20; asked += 1) {
    const { status } = await fact();
    if (status >= 200 && status < 300) return;
    // Another request with the same fact is still running.
    if (status !== 409 && status !== 503) throw new Error(`a fact was answered ${status}`);
  }
  throw new Error('a fact was never accepted');
}

/** After a reversal or a rejected dispute the first step waits for a person: here the person confirms it, and it leaves. */
async function confirmWaiting({ business }: World, { file }: Owed): Promise<void> {
  const { data } = await business.do('GET', `/actions?invoice_id=${file.id}&status=to_confirm`);
  for (const { id } of data) await business.do('POST', `/actions/${id}/confirm`, {});
  const areSent = (messages: { status: string }[]) => messages.every(({ status }) => status === 'sent');
  if (data.length > 0) await eventually(() => file.messages(), areSent, 90_000);
}

type MakeFact = (world: World, owed: Owed) => Fact;

/**
 * Facts that can be stored in any order: what is left is €120 less the sums below. The last three kinds occur once in every third round,
 * so that a short run has each of them.
 */
function drawFacts(random: Random, round: number, today: string): MakeFact[] {
  const isDrawn = (chance: number, turn: number) => random.next() < chance || round % 3 === turn;
  const amounts = Array.from({ length: random.whole(1, 5) }, () => random.whole(1, 20_00));
  const facts = amounts.map((cents) => (random.next() < 0.7 ? payment(cents, today) : credit(cents, today)));
  if (random.next() < 0.5) facts.push(pause(plus(today, random.whole(1, 12))));
  if (random.next() < 0.25) facts.push(litigation);
  if (isDrawn(0.2, 0)) facts.push(...paymentThatGoesBack(random.whole(1, 10_00), today));
  if (isDrawn(0.2, 1)) facts.push(disputeAndItsEnd);
  if (isDrawn(0.2, 2)) facts.push(dueOn(plus(today, random.whole(1, 12))));
  return random.shuffled(facts);
}

const paymentBody = ({ file }: Owed, cents: number, today: string, externalId: string) => ({
  ...{ external_id: externalId, amount_cents: cents, currency: 'EUR', paid_on: today },
  allocations: [{ invoice_number: file.number, amount_cents: cents }],
});

function payment(cents: number, today: string): MakeFact {
  return ({ business }, owed) => {
    const body = paymentBody(owed, cents, today, unique('VIR'));
    return () => business.ask('POST', '/payments', body);
  };
}

/** Two facts that may arrive in any order: in a signed delivery a reversal may come before its payment, and waits for it. */
function paymentThatGoesBack(cents: number, today: string): MakeFact[] {
  const nameFor = ({ file }: Owed) => `REJ-${file.number}`;
  const paid: MakeFact = ({ business }, owed) => {
    const body = paymentBody(owed, cents, today, nameFor(owed));
    return () => business.ask('POST', '/payments', body);
  };
  const goesBack: MakeFact = (world, owed) => {
    const data = { payment_external_id: nameFor(owed), external_id: `R-${nameFor(owed)}`, reason: 'Rejet' };
    return () => deliver(world, { type: 'payment.reversed', timestamp: new Date().toISOString(), data });
  };
  return [paid, goesBack];
}

/** A delivery of the payment system, signed again. */
function deliver({ business, stack }: World, event: object): Promise<{ status: number }> {
  const [id, at, body] = [unique('msg'), new Date(), JSON.stringify(event)];
  return business.ask('POST', '/webhooks/payments', body, {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(stack.demo.webhook_secrets.payments).sign(id, at, body),
  });
}

function credit(cents: number, today: string): MakeFact {
  return ({ business }, { file }) => {
    const body = { external_id: unique('AV'), number: unique('AV'), amount_cents: cents, issued_on: today };
    return () => business.ask('POST', `/invoices/${file.id}/credits`, body);
  };
}

const pause =
  (untilOn: string): MakeFact =>
  ({ business }, { file }) =>
  () =>
    business.ask('PUT', `/invoices/${file.id}/pause`, { reason: 'En vacances', until_on: untilOn });

const litigation: MakeFact =
  ({ business }, { file }) =>
  () =>
    business.ask('PUT', `/invoices/${file.id}/litigation`, { reason: 'Confié à Me Durand' });

/** A dispute that is opened and rejected. A repetition with the same key is the same dispute, not a second one. */
const disputeAndItsEnd: MakeFact = ({ business }, { file }) => {
  const headers = { 'Idempotency-Key': unique('contestation') };
  const disputes = `/invoices/${file.id}/disputes`;
  return async () => {
    const opened = await business.ask('POST', disputes, { reason: 'prix', comment: 'Trop cher' }, headers);
    if (opened.status >= 300) return opened;
    const end = { outcome: 'rejected', comment: 'Le prix est celui du devis' };
    return business.ask('POST', `${disputes}/${opened.body.id}/resolve`, end, headers);
  };
};

const dueOn =
  (on: string): MakeFact =>
  ({ business }, { file }) =>
  () =>
    business.ask('PATCH', `/invoices/${file.id}`, { due_on: on }, { 'If-Match': '*' });
