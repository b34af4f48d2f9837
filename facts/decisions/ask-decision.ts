import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../prisma/client.ts';
import type { DecisionName, Verdict } from '../../workflows/messages.ts';
import { contentHash } from '../content-hash.ts';
import type { FactContext } from '../outcome.ts';
import { FactRefused } from '../refused.ts';
import type { DecisionArgs } from './decision.ts';
import { asJson, asVerdict } from '../stored-json.ts';

export interface DecisionRequest {
  name: DecisionName;
  /** Derived from the caller's Idempotency-Key and unique to it; null without one. */
  id: string | null;
  actionId: string | null;
  invoiceId: string;
  args: DecisionArgs;
}

/** How long a caller waits for the workflow: a decision older than this was given up by its caller. */
const GIVEN_UP_MS = 10_000;
/** A decision older than this is refused by the workflow that judges it. */
const STALE_MS = 60_000;

/**
 * Stores what a person asks of a workflow, before the update that names it. The same Idempotency-Key gives the same
 * decision. Without a key, a decision asked in the same words less than a minute ago, which got no verdict in time, is
 * taken up again. Returns the decision's id, and its verdict when there is one already.
 */
export async function askDecision(
  db: Database,
  context: FactContext,
  request: DecisionRequest,
): Promise<{ id: string; verdict: Verdict | null }> {
  const earlier = request.id === null ? await pendingDecision(db, request) : null;
  const id = request.id ?? earlier ?? uuidv7();
  const { name: kind, actionId, invoiceId } = request;
  const row = { id, kind, actionId, invoiceId, creditorId: context.creditorId };
  await db.decision.createMany({
    data: [
      {
        ...row,
        args: asJson(request.args),
        actor: asJson(context.actor),
      },
    ],
    skipDuplicates: true,
  });
  const stored = await db.decision.findUniqueOrThrow({ where: { id } });
  if (contentHash(stored.args) !== contentHash(request.args)) {
    throw new FactRefused(
      'invalid',
      'idempotency_key_reused',
      'This Idempotency-Key was sent with another request: take a new one.',
    );
  }
  return { id, verdict: asVerdict(stored.verdict) };
}

async function pendingDecision(db: Database, request: DecisionRequest): Promise<string | null> {
  const { name: kind, actionId, invoiceId, args } = request;
  const now = Date.now();
  const pending = await db.decision.findMany({
    where: {
      kind,
      actionId,
      invoiceId,
      decidedAt: null,
      requestedAt: { gt: new Date(now - STALE_MS), lt: new Date(now - GIVEN_UP_MS) },
    },
    orderBy: { requestedAt: 'asc' },
  });
  return pending.find((decision) => contentHash(decision.args) === contentHash(args))?.id ?? null;
}
