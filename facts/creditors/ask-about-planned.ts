import { ofOrigin } from '../../domain/actions/action-origin.ts';
import type { ASKED_AGAIN } from '../../domain/actions/why-withdrawn.ts';
import type { Transaction } from '../../prisma/client.ts';

/**
 * A creditor's automatic specific actions wait for a person from now on, for `reason`; also those whose message may
 * still be taken back. Returns how many had no message.
 */
export async function askAboutPlanned(
  tx: Transaction,
  creditorId: string,
  reason: (typeof ASKED_AGAIN)[number],
): Promise<number> {
  const leaving = { creditorId, ...ofOrigin('specific_action'), state: 'open', mode: 'automatic' } as const;
  const asked = { mode: 'to_confirm', reason } as const;
  const { count } = await tx.action.updateMany({ where: { ...leaving, messageId: null }, data: asked });
  await tx.action.updateMany({ where: leaving, data: { mode: 'to_confirm' } });
  return count;
}
