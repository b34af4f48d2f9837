import { stillByProvider } from '../../../domain/messages/connectors.ts';
import type { Transaction } from '../../../prisma/client.ts';
import type { FactContext } from '../../outcome.ts';
import type { MessageToSettle } from '../settling/message-to-settle.ts';
import { remakeConfirmed } from './remake-confirmed.ts';
import { remakeOther } from './remake-other.ts';

/**
 * Reserves again what is still due of a message that was cancelled on its way, when nobody has to be asked again.
 * Returns the new message's id, or null.
 */
export async function remake(
  tx: Transaction,
  context: FactContext,
  cancelled: MessageToSettle,
): Promise<string | null> {
  const kept = asMade(context, cancelled);
  return (await remakeConfirmed(tx, kept, cancelled)) ?? (await remakeOther(tx, kept, cancelled));
}

/**
 * The context for remaking: a simple letter that the print provider was to send stays with the provider, even if it is
 * switched off.
 */
export function asMade(context: FactContext, cancelled: MessageToSettle): FactContext {
  const connectors = stillByProvider(context.connectors, cancelled);
  return connectors === undefined ? context : { ...context, connectors };
}
