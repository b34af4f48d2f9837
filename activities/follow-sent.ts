import { cancellationSignal } from '@temporalio/activity';
import type { ActivityDeps } from './activity-deps.ts';
import { beating } from './beating.ts';
import { eachAbreast } from './each-abreast.ts';
import { followOne } from './follow-one.ts';

/** So few that each may take its provider's time within one call. */
const PAGE = 8;

interface FollowCall {
  creditorId: string;
  at: string;
}

/**
 * Asks about letters and SMS whose turn it is: what no webhook has told, and the documents that none has brought. Each question
 * plans the next, so a provider that gives no answer is not asked in a loop. `more`: others wait.
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
