import { stillByProvider } from '../../domain/messages/connectors.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import type { MessageToSettle } from './message-to-settle.ts';
import { remakeConfirmed } from './remake-confirmed.ts';
import { remakeOther } from './remake-other.ts';

/**
 * What is still due of a message that was cancelled on its way, reserved anew where nobody has to be asked again. Answers the new message,
 * or null.
 */
export async function remake(
  tx: Transaction,
  context: FactContext,
  cancelled: MessageToSettle,
): Promise<string | null> {
  const kept = asMade(context, cancelled);
  return (await remakeConfirmed(tx, kept, cancelled)) ?? (await remakeOther(tx, kept, cancelled));
}

/** The context that it is made anew in: a simple letter that was the print provider's stays so, switched off or not. */
export function asMade(context: FactContext, cancelled: MessageToSettle): FactContext {
  const connectors = stillByProvider(context.connectors, cancelled);
  return connectors === undefined ? context : { ...context, connectors };
}
