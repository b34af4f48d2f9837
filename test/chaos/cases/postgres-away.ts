import { setTimeout as pause } from 'node:timers/promises';
import { unique } from '../../e2e/business.ts';
import { plus } from '../../e2e/french-days.ts';
import type { ChaosCase } from '../chaos-case.ts';
import type { World } from '../world.ts';
import { arrive, everyAge, until } from './lives.ts';

/** Postgres is stopped for a minute, then connections swallow what is sent and answer nothing, both while reminders leave. */
export const postgresAway: ChaosCase = {
  name: 'postgres-away',
  what: 'Postgres stopped for a minute, then every connection to it silent',
  stack: { postgresProxy: true },
  async live(world) {
    const all = await world.oweMany(world.sized(28, 6), everyAge);
    const day0 = await world.today();
    const r1 = arrive(world, plus(day0, 20));
    r1.catch(() => undefined);
    await until(
      'the first reminder leaves',
      async () => (await Promise.all(all.map(({ file }) => file.mails()))).flat().length > 0,
    );
    await world.stack.part('postgres').stop();
    const awayMs = world.sized(60_000, 3_000);
    await Promise.all([pause(awayMs), refused(world)]);
    await world.stack.part('postgres').restart();
    world.count('seconds without Postgres', awayMs / 1_000);
    await r1;
    const r2 = arrive(world, plus(day0, 36));
    r2.catch(() => undefined);
    for (let time = 0; time < world.sized(3, 1); time += 1) {
      await pause(world.random.between(500, 4_000));
      world.count('connections gone silent', world.stack.postgres!.goSilent());
      const since = Date.now();
      await until('the API answers again', () => isStored(world), 300_000);
      world.say(
        `the API stores again ${((Date.now() - since) / 1_000).toFixed(1)} s after every connection went silent`,
      );
    }
    await r2;
  },
};

/** Without Postgres nothing is acknowledged. */
async function refused(world: World): Promise<void> {
  const { status } = await world.business.ask('POST', '/payments', {
    external_id: unique('VIR'),
    amount_cents: 1_00,
    currency: 'EUR',
    paid_on: '2026-01-01',
    allocations: [{ invoice_number: world.owed[0]!.file.number, amount_cents: 1_00 }],
  });
  if (status !== 503) throw new Error(`a payment was answered ${status} without Postgres`);
}

const isStored = async ({ business }: World): Promise<boolean> =>
  (
    await business.ask('POST', '/customers', {
      reference: unique('C'),
      name: 'Témoin',
      kind: 'consumer',
      language: 'fr',
      address: { lines: ['1 rue'], postal_code: '75001', city: 'Paris', country: 'FR' },
      contacts: [],
    })
  ).status === 201;
