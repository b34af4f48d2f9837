import type { Database } from '../prisma/client.ts';

/** How long the answer to an Idempotency-Key is kept. */
const KEPT_MS = 24 * 3600 * 1000;

/**
 * Deletes the stored answers to Idempotency-Keys that are older than a day, by the real clock, which also dates them.
 */
export async function forgetAnswers(db: Database): Promise<void> {
  await db.idempotentRequest.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - KEPT_MS) } } });
}
