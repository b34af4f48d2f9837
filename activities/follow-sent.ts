import { cancellationSignal } from '@temporalio/activity';
import type { ActivityDeps } from './activity-deps.ts';
import { beating } from './beating.ts';
import { eachAbreast } from './each-abreast.ts';
import { followOne } from './follow-one.ts';

/** Small enough that each of them may take its provider's full time within one call. */
const PAGE = 8;

interface FollowCall {
  creditorId: string;
  at: string;
}

/**
 * Asks providers about the letters and SMS that are due for it: states that no webhook has reported, and proofs that
 * none has delivered. Each question plans the next one, so a provider that does not answer is not asked in a loop.
 * `more`: others are waiting.
 */
export const createFollowSent =
  (deps: ActivityDeps) =>
  (call: FollowCall): Promise<{ more: boolean }> =>
    beating(() => followDue(deps, call));

async function followDue(deps: ActivityDeps, call: FollowCall): Promise<{ more: boolean }> {
  const at = new Date(call.at);
  const due = await deps.db.message.findMany({
    where: { creditorId: call.creditorId, followAt: { lte: at } },
    orderBy: { followAt: 'asc' },
    take: PAGE,
  });
  await eachAbreast(due, async (message) => {
    await followOne(deps, message, at, cancellationSignal());
  });
  return { more: due.length === PAGE };
}
