import type { ReturnCode } from '../../../domain/case/attention-codes.ts';
import { stopInFrench } from '../../../domain/case/attention-in-words.ts';
import type { Transaction } from '../../../prisma/client.ts';
import type { FactContext } from '../../outcome.ts';
import { raiseAttention, raiseOnReopening } from '../../raise-attention.ts';
import { statementCameBack } from '../../third-parties/settle-statement.ts';
import { askAbout, movesCases } from '../settling/ask-about-message.ts';
import type { MessageToSettle } from '../settling/message-to-settle.ts';

/** The reasons that show that the address itself is wrong. */
const MARKS_ADDRESS: readonly ReturnCode[] = ['hard_bounce', 'complaint', 'undeliverable_letter'];

/**
 * A message came back: marks the contact with that address, and stops the ladder of its invoices until a person has
 * looked; a paid one stops if its payment goes back. For a message that moves no case a person is asked, and nothing stops.
 */
export async function stopLadder(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  code: ReturnCode,
): Promise<void> {
  if (!movesCases(message)) {
    if (message.origin === 'statement') await statementCameBack(tx, context, message, code);
    return askAbout(tx, context, message, code);
  }
  const [address, ...others] = message.recipients;
  // With several recipients the provider does not say which address failed: a person finds out.
  if (MARKS_ADDRESS.includes(code) && address !== undefined && others.length === 0) {
    await tx.contact.updateMany({
      where: { customerId: message.customerId, email: { equals: address, mode: 'insensitive' } },
      data: { emailProblem: code },
    });
  }
  const own = message.items.filter((item) => !item.information).map((item) => item.invoiceId);
  const attention = { code, text: stopInFrench(code) };
  await raiseAttention(tx, context, own, attention);
  await raiseOnReopening(tx, context, own, attention);
}
