import { goesByPrintProvider } from '../../domain/messages/connectors.ts';
import type { Transaction } from '../../prisma/client.ts';
import { type Obstacle, obstacleTo } from '../messages/addressing/obstacle.ts';
import { addressesOf, loadAddressee } from '../messages/addressing/recipients.ts';
import type { ActionToSend } from '../messages/reserving/reserve-action.ts';
import type { MessageEdits } from '../messages/reserving/reserve-message.ts';
import type { FactContext } from '../outcome.ts';

/**
 * What prevents an action from leaving as an SMS or an electronic letter, judged alone or among many; null when nothing
 * does.
 */
export async function obstacleToAction(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
  edits: MessageEdits = {},
): Promise<Obstacle | null> {
  const { customerId, kind, letterKind } = action;
  const viaPrintProvider = goesByPrintProvider(context.connectors, action);
  const account = await loadAddressee(tx, customerId);
  const recipients = addressesOf(account, { kind, letterKind, viaPrintProvider }, edits.recipients ?? []);
  return obstacleTo(tx, { customerId, kind, letterKind, viaPrintProvider, recipients, made: null, at: context.at });
}
