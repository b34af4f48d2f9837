import { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { customerErased } from './refuse-erased.ts';

const AN_ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * The first answers of requests with an Idempotency-Key that name him, one of his documents, or what was recorded about him: a repeat is refused
 * then as whatever writes about him, and not carried out a second time. Those of his erasure stay, and are not personal.
 */
export async function eraseAnswers(tx: Transaction, creditorId: string, customerId: string): Promise<void> {
  const { code, message: detail } = customerErased();
  await tx.$executeRaw`
    WITH his AS MATERIALIZED (${idsOf(creditorId, customerId)}), kept AS MATERIALIZED (
      SELECT "keyId", route, key, named.ids[1]::uuid AS id FROM idempotent_requests r
      CROSS JOIN LATERAL regexp_matches(r.route || ' ' || COALESCE(r.body::text, ''), ${AN_ID}, 'g') AS named(ids)
      WHERE r.status < 400 AND r.route NOT LIKE '%/erasure')
    UPDATE idempotent_requests r SET status = 409, headers = '{}'::json, body = ${JSON.stringify({ code, detail, errors: [] })}::json
    FROM kept WHERE (kept."keyId", kept.route, kept.key) = (r."keyId", r.route, r.key) AND kept.id IN (SELECT id FROM his)`;
}

/** All that an answer about him may be known by. */
const idsOf = (creditorId: string, customerId: string) => {
  const own = (table: string) =>
    Prisma.sql`SELECT id FROM ${Prisma.raw(table)} WHERE "creditorId" = ${creditorId}::uuid AND "customerId" = ${customerId}::uuid`;
  const tables = ['invoices', 'actions', 'holds', 'messages', 'history', 'payments', 'consents', 'qualifications'];
  return Prisma.join([Prisma.sql`SELECT ${customerId}::uuid AS id`, ...tables.map(own)], ' UNION ALL ');
};

/** Refusals that end with a reference; a repeat is judged anew. */
export async function forgetRefusals(tx: Transaction, creditorId: string, reference: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM idempotent_requests r WHERE r.status >= 400 AND strpos(r.body->>'detail', ${` ${reference}.`}) > 0
      AND r."keyId" IN (SELECT id FROM api_keys WHERE "creditorId" = ${creditorId}::uuid
        UNION ALL SELECT id FROM sessions WHERE "creditorId" = ${creditorId}::uuid)`;
}
