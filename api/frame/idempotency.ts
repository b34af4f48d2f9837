import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import type { Answer } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { conflicting, malformed, Problem } from './problem.ts';
import { problemFromError } from './problem-from-error.ts';
import { seal, unseal } from './sealed.ts';

const KEPT_MS = 24 * 3600 * 1000;
/** A first request that never ended (its process died) gives way to a repeat after this. */
const LOST_AFTER_MS = 60_000;
/** What an Idempotency-Key may be. */
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
  endpoint.method === 'POST' && !endpoint.ownId && endpoint.who !== 'anyone';

interface Slot {
  keyId: string;
  /** The path as called: two things are two routes. */
  route: string;
  key: string;
}

/**
 * Runs `handle` once for this key and route within a day, and answers its first answer to every repeat. 422 for another
 * body, 409 while the first is under way. A first that ended in an error of ours, or in bytes, leaves the key free. With
 * a `secret` the answer is kept sealed with it.
 */
export async function answerOnce(
  db: Database,
  slot: Slot,
  input: unknown,
  handle: () => Promise<Answer> | Answer,
  secret: string | null,
): Promise<Answer> {
  const bodyHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const earlier = await reserve(db, slot, bodyHash, secret);
  if (earlier) return earlier;
  try {
    const answer = await handle();
    await keep(db, slot, answer, secret);
    return answer;
  } catch (error) {
    const problem = problemFromError(error);
    if (problem.status >= 500) await db.idempotentRequest.deleteMany({ where: slot }).catch(() => undefined);
    else await keepRefusal(db, slot, problem);
    throw error;
  }
}

async function reserve(db: Database, slot: Slot, bodyHash: string, secret: string | null): Promise<Answer | null> {
  const old = new Date(Date.now() - KEPT_MS);
  const lost = new Date(Date.now() - LOST_AFTER_MS);
  await db.idempotentRequest.deleteMany({
    where: { OR: [{ createdAt: { lt: old } }, { ...slot, status: null, createdAt: { lt: lost } }] },
  });
  const { count } = await db.idempotentRequest.createMany({ data: [{ ...slot, bodyHash }], skipDuplicates: true });
  if (count === 1) return null;
  const first = await db.idempotentRequest.findUnique({ where: { keyId_route_key: slot } });
  if (first && first.bodyHash !== bodyHash) {
    throw new Problem(
      422,
      'idempotency_key_reused',
      'This Idempotency-Key was sent with another request: take a new one.',
    );
  }
  if (!first || first.status === null)
    throw conflicting('in_progress', 'The first request with this key is under way.');
  return replay(first, secret);
}

function replay(first: { status: number | null; headers: unknown; body: unknown }, secret: string | null): Answer {
  const status = first.status ?? 500;
  const headers = { ...(first.headers as Record<string, string>), 'Idempotency-Replayed': 'true' };
  if (status >= 400) {
    const { code, detail, errors } = first.body as Pick<Problem, 'code' | 'detail' | 'errors'>;
    throw new Problem(status, code, detail, { errors, headers });
  }
  if (first.body === null) return { kind: 'empty', status, headers };
  const body: unknown = typeof first.body === 'string' && secret ? JSON.parse(unseal(first.body, secret)) : first.body;
  return { kind: 'json', status, body, headers };
}

async function keep(db: Database, slot: Slot, answer: Answer, secret: string | null): Promise<void> {
  if (answer.kind === 'bytes' || answer.kind === 'stream') {
    await db.idempotentRequest.deleteMany({ where: slot });
    return;
  }
  await db.idempotentRequest.update({
    where: { keyId_route_key: slot },
    data: {
      status: answer.status,
      headers: answer.headers,
      body: answer.kind === 'json' ? kept(answer.body, secret) : Prisma.DbNull,
    },
  });
}

/** A refusal is an answer too: a repeat gets it again. */
async function keepRefusal(
  db: Database,
  slot: Slot,
  { status, headers, code, detail, errors }: Problem,
): Promise<void> {
  const body = { code, detail, errors: errors.map((fault) => ({ ...fault })) };
  await db.idempotentRequest.update({ where: { keyId_route_key: slot }, data: { status, headers, body } });
}

const kept = (body: unknown, secret: string | null): Prisma.InputJsonValue =>
  secret === null ? (body as Prisma.InputJsonValue) : seal(JSON.stringify(body), secret);
