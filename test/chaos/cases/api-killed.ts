import { type Answered, type Business, unique } from '../../e2e/business.ts';
import { CaseFile } from '../../e2e/case-file.ts';
import type { ChaosCase } from '../chaos-case.ts';
import type { Owed, World } from '../world.ts';
import { arrive, until } from './lives.ts';
import { plus } from '../../e2e/french-days.ts';

/** The API is killed at the COMMIT of a fact, before it can signal any workflow: the fact is stored, and no workflow is told. */
export const apiKilled: ChaosCase = {
  name: 'api-killed',
  what: 'one of two APIs killed -9 between writing a fact (payment, litigation, invoice) and telling the workflow',
  stack: { processes: { api: 2, worker: 2 } },
  async live(world) {
    const { gates, stack, random } = world;
    const all = await world.oweMany(world.sized(24, 4), () => 13);
    const today = await world.today();
    const kinds = ['paid', 'held', 'owed', 'none'] as const;
    const facts = all.map((owed, index) => ({
      owed,
      kind: kinds[index % 4]!,
      ...factOf(owed, index, today),
    }));
    const cut = facts.filter(({ kind }) => kind !== 'none');
    for (const { owed, kind } of cut) await gates.shut(`commit:${kind as 'paid'}`, owed.file.customer.id);
    const answers = cut.map(({ post }) => post(world.business).catch(() => null));
    await until('every fact is at its COMMIT', async () => (await gates.waiting()) === cut.length);
    await world.kill('api');
    for (const { owed, kind } of cut) await gates.open(`commit:${kind as 'paid'}`, owed.file.customer.id);
    if ((await Promise.all(answers)).some((answer) => answer !== null)) throw new Error('a fact was answered');
    world.count('facts cut off', cut.length);
    const isAlone = stack.all('api').length === 1;
    if (isAlone) await stack.part('api').restart();
    // Half of the facts are posted again to the other API, as a client would do; for the rest only the reconciliation can tell the
    // workflows.
    for (const { owed, kind, post } of random.shuffled(cut).slice(0, world.sized(cut.length / 2, cut.length))) {
      const again = () => post(world.elsewhere);
      if (kind === 'owed') await again();
      else await world.stopBy(owed, again);
    }
    if (!isAlone) await stack.part('api').restart();
    for (const { owed, kind } of cut) if (kind !== 'owed' && !owed.stop) await isInForce(owed, kind);
    for (const { owed, number } of cut) if (number) await isPlanned(world, owed, number, today);
    await arrive(world, plus(today, 20));
  },
};

interface Fact {
  post: (business: Business) => Promise<Answered>;
  /** For a new invoice. */
  number?: string;
}

/** The requests about a case, with the same ids on each call. */
function factOf({ file }: Owed, index: number, today: string): Fact {
  if (index % 4 === 1) {
    const path = `/invoices/${file.id}/litigation`;
    return { post: (business) => business.ask('PUT', path, { reason: 'Confié à Me Durand' }) };
  }
  if (index % 4 === 2) {
    const [number, customer_reference] = [unique('F'), file.customer.reference];
    const days = { issued_on: today, due_on: today };
    const bill = { number, customer_reference, kind: 'invoice', ...days, total_cents: 80_00, currency: 'EUR' };
    return { number, post: (business) => business.ask('POST', '/invoices', bill) };
  }
  const allocations = [{ invoice_number: file.number, amount_cents: 120_00 }];
  const paid = { external_id: unique('VIR'), amount_cents: 120_00, currency: 'EUR', paid_on: today, allocations };
  return { post: (business) => business.ask('POST', '/payments', paid) };
}

/** A new invoice gets its workflow from the repeated request or from the reconciliation; from now on it is judged like the others. */
async function isPlanned(world: World, { file }: Owed, number: string, today: string): Promise<void> {
  const [row] = (await world.business.do('GET', `/invoices?number=${number}`)).data;
  const made = new CaseFile(world.business, row, file.customer, file.email);
  world.owed.push({ file: made, issuedOn: today, stop: null, paidCents: 0, confirmed: 0 });
  await until(`${number} is planned`, async () => (await made.dunning()).next !== null);
}

/** A fact that was stored but not acknowledged is in force: when it is seen in Postgres, it stops the case too. */
async function isInForce(owed: Owed, kind: string): Promise<void> {
  const { dunning } = await owed.file.shown();
  if (dunning.status !== (kind === 'paid' ? 'paid' : 'held'))
    throw new Error(`${owed.file.number} is ${dunning.status}`);
  owed.stop = { ackedAtMs: Date.now(), named: [] };
}
