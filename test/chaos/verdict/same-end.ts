import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { eventually } from '../../eventually.ts';
import type { Owed, World } from '../world.ts';

/** The state of a case, without what differs between any two cases: ids, numbers and instants of storing. */
const STANDING = `
select i."balanceCents", i."paidCents", i."creditedCents", i."closedAs", i.level, i.cycle, i."attentionCode",
  i."confirmReason", i."nextLevel", i."nextTurnOn"::text, i.version > i."plannedVersion" as "isStale",
  (select jsonb_agg(jsonb_build_array(h.kind, h."untilOn", h."endedAt" is null) order by h.kind, h."untilOn")
    from holds h where h."invoiceId" = i.id) as holds,
  (select jsonb_build_object('step', s."stepKey", 'mode', s.mode, 'due', s."dueAt", 'rule', s.rule)
    from open_steps s where s."invoiceId" = i.id) as next,
  (select jsonb_agg(jsonb_build_array(r."stepKey", r.outcome, r.on) order by r.at)
    from step_records r where r."invoiceId" = i.id) as steps
from invoices i where i.id = $1`;

/** Adds a violation when two cases with the same facts do not have the same state, in Postgres and in the ledger. */
export async function compareEnds(world: World, one: Owed, other: Owed, seed: number): Promise<void> {
  const client = new pg.Client({ connectionString: world.stack.directDatabaseUrl });
  await client.connect();
  try {
    const standingOf = async ({ file }: Owed) => {
      const read = async () => (await client.query<{ isStale: boolean }>(STANDING, [file.id])).rows[0];
      const mails = (await file.mails()).map(({ subject, text }) =>
        `${subject}\n${text}`.replaceAll(file.number, '#').replaceAll(file.customer.reference, '#'),
      );
      return { ...(await eventually(read, (row) => row?.isStale === false, 90_000).catch(read)), mails };
    };
    const [first, second] = [await standingOf(one), await standingOf(other)];
    world.count('pairs compared');
    if (isDeepStrictEqual(first, second)) return;
    world.violations.push(
      `${one.file.number} (in order) and ${other.file.number} (shuffled, seed ${seed}) came to different ends:\n` +
        `      ${JSON.stringify(first)}\n      ${JSON.stringify(second)}`,
    );
  } finally {
    await client.end();
  }
}
