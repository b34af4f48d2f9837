import type { Database } from '../prisma/client.ts';

/** How long the first answer to an Idempotency-Key is kept. */
const KEPT_MS = 24 * 3600 * 1000;

/** Forgets the first answers of requests with an Idempotency-Key whose day is over. By the real clock, which dates them. */
export async function forgetAnswers(db: Database): Promise<void> {
  await db.idempotentRequest.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - KEPT_MS) } } });
}
