import { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { customerErased } from './refuse-erased.ts';

const AN_ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * Replaces the stored answers of requests with an Idempotency-Key that name the customer, a document or anything
 * recorded about them: a repeat is then refused (409) like any write about an erased customer, and is not carried out
 * twice. Answers to erasures stay, since they contain nothing personal.
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

/** Every id by which an answer may be about the customer. */
const idsOf = (creditorId: string, customerId: string) => {
  const own = (table: string) =>
    Prisma.sql`SELECT id FROM ${Prisma.raw(table)} WHERE "creditorId" = ${creditorId}::uuid AND "customerId" = ${customerId}::uuid`;
  const tables = ['invoices', 'actions', 'holds', 'messages', 'history', 'payments', 'consents', 'qualifications'];
  return Prisma.join([Prisma.sql`SELECT ${customerId}::uuid AS id`, ...tables.map(own)], ' UNION ALL ');
};

/** Deletes stored refusals whose text ends with the reference, so that a repeat of the request is judged again. */
export async function forgetRefusals(tx: Transaction, creditorId: string, reference: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM idempotent_requests r WHERE r.status >= 400 AND strpos(r.body->>'detail', ${` ${reference}.`}) > 0
      AND r."keyId" IN (SELECT id FROM api_keys WHERE "creditorId" = ${creditorId}::uuid
        UNION ALL SELECT id FROM sessions WHERE "creditorId" = ${creditorId}::uuid)`;
}
