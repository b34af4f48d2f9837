import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { sha256 } from '../../facts/content-hash.ts';
import { forgetAnswers } from '../../facts/forget-answers.ts';
import { type IdempotentRequest, Prisma } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import type { Answer } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { conflicting, malformed, Problem } from './problem.ts';
import { problemFromError } from './problem-from-error.ts';
import { seal, unseal } from './sealed.ts';

/** A request that has not reported itself under way for this long (its process died) may be taken over by a repeat. */
const LOST_AFTER_MS = 60_000;
const SAY_UNDER_WAY_EVERY_MS = 20_000;
/** Marks a request as no longer under way: a repeat may run at once. */
const ENDED = new Date(0);
/** The allowed form of an Idempotency-Key. */
export const KEY_FORM = /^[!-~]{1,255}$/;

/** The request's Idempotency-Key; null without one. */
export function idempotencyKeyOf(request: Request): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !KEY_FORM.test(key)) {
    throw malformed('An Idempotency-Key is 1 to 255 printable ASCII characters without spaces.');
  }
  return key;
}

/** Whether a repeat of this endpoint's calls is recognised by the Idempotency-Key. */
export const takesIdempotencyKey = (endpoint: Endpoint): boolean =>
  (endpoint.method === 'POST' || endpoint.decides === true) && !endpoint.ownId && endpoint.who !== 'anyone';

interface Slot {
  keyId: string;
  /** The method and the path as called: two resources are two routes. */
  route: string;
  key: string;
}

/**
 * Hashes the query and the body. A file is hashed as bytes: in JSON each of its 20 million bytes would become a
 * number in an array.
 */
function hashOf({ query, body }: { query: unknown; body: unknown }): string {
  if (!Buffer.isBuffer(body)) return sha256(JSON.stringify([query, body]));
  return createHash('sha256')
    .update(JSON.stringify([query]))
    .update(body)
    .digest('hex');
}

/**
 * Runs `handle` once for this key and route within a day, and gives its answer to every repeat. 422 for another body,
 * 409 while the first is under way. After a 5xx, or an answer of bytes, a repeat runs it again with the same request
 * key, by which it can find what the first run created. With `secret`, the stored answer is encrypted with it.
 */
export async function answerOnce(
  db: Database,
  slot: Slot,
  input: { query: unknown; body: unknown },
  handle: (requestKey: string) => Promise<Answer> | Answer,
  secret: string | null,
): Promise<Answer> {
  const bodyHash = hashOf(input);
  const earlier = await reserve(db, slot, bodyHash);
  if (earlier.status !== null) return replay(earlier, secret);
  const underWay = setInterval(() => void attempted(db, slot, new Date()), SAY_UNDER_WAY_EVERY_MS);
  try {
    const answer = await handle(requestKeyOf(slot, earlier.createdAt));
    await keep(db, slot, answer, secret);
    return answer;
  } catch (error) {
    clearInterval(underWay);
    const problem = problemFromError(error);
    if (problem.status >= 500) await attempted(db, slot, ENDED);
    else await keepRefusal(db, slot, problem);
    throw error;
  } finally {
    clearInterval(underWay);
  }
}

/** The same for every repeat within the day, and never again after it. */
const requestKeyOf = ({ keyId, route, key }: Slot, firstAt: Date): string =>
  sha256(JSON.stringify([keyId, route, key, firstAt]));

/** Returns the slot: with a status it holds the first answer; without one this request has to run. */
async function reserve(db: Database, slot: Slot, bodyHash: string): Promise<IdempotentRequest> {
  await forgetAnswers(db);
  const { count } = await db.idempotentRequest.createMany({ data: [{ ...slot, bodyHash }], skipDuplicates: true });
  const first = await db.idempotentRequest.findUnique({ where: { keyId_route_key: slot } });
  if (first && first.bodyHash !== bodyHash) {
    throw new Problem(
      422,
      'idempotency_key_reused',
      'This Idempotency-Key was sent with another request: take a new one.',
    );
  }
  if (first && (count === 1 || first.status !== null || (await takeOver(db, slot)))) return first;
  throw conflicting('in_progress', 'The first request with this key is under way.');
}

/** Of several simultaneous repeats only one takes over. */
async function takeOver(db: Database, slot: Slot): Promise<boolean> {
  const lost = new Date(Date.now() - LOST_AFTER_MS);
  const { count } = await db.idempotentRequest.updateMany({
    where: { ...slot, status: null, attemptedAt: { lt: lost } },
    data: { attemptedAt: new Date() },
  });
  return count === 1;
}

/** Errors are ignored: if Postgres is unavailable, the slot becomes free a minute later. */
const attempted = (db: Database, slot: Slot, attemptedAt: Date) =>
  db.idempotentRequest.updateMany({ where: { ...slot, status: null }, data: { attemptedAt } }).catch(() => undefined);

function replay(first: IdempotentRequest, secret: string | null): Answer {
  const status = first.status ?? 500;
  const headers = { ...(first.headers as Record<string, string>), 'Idempotency-Replayed': 'true' };
  if (status >= 400) {
    const { code, detail, errors } = first.body as unknown as Pick<Problem, 'code' | 'detail' | 'errors'>;
    throw new Problem(status, code, detail, { errors, headers });
  }
  if (first.body === null) return { kind: 'empty', status, headers };
  const body: unknown = typeof first.body === 'string' && secret ? JSON.parse(unseal(first.body, secret)) : first.body;
  return { kind: 'json', status, body, headers };
}

async function keep(db: Database, slot: Slot, answer: Answer, secret: string | null): Promise<void> {
  if (answer.kind === 'bytes' || answer.kind === 'stream') {
    await attempted(db, slot, ENDED);
    return;
  }
  await db.idempotentRequest.updateMany({
    where: { ...slot, status: null },
    data: {
      status: answer.status,
      headers: answer.headers,
      body: answer.kind === 'json' ? kept(answer.body, secret) : Prisma.DbNull,
    },
  });
}

/** Stores a refusal as an answer: a repeat gets it again. */
async function keepRefusal(
  db: Database,
  slot: Slot,
  { status, headers, code, detail, errors }: Problem,
): Promise<void> {
  const body = { code, detail, errors: errors.map((fault) => ({ ...fault })) };
  await db.idempotentRequest.updateMany({ where: { ...slot, status: null }, data: { status, headers, body } });
}

const kept = (body: unknown, secret: string | null): Prisma.InputJsonValue =>
  secret === null ? (body as Prisma.InputJsonValue) : seal(JSON.stringify(body), secret);
