import { originOf } from '../../domain/actions/action-origin.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { DecisionName } from '../../workflows/messages.ts';
import { NOTHING_LEFT, sendAgain } from '../messages/by-hand/send-again.ts';
import type { FactContext } from '../outcome.ts';
import { accepted, type AskedDecision, type Judged, refused } from './decision.ts';
import { openAction } from './open-action.ts';
import { UNCERTAIN } from './uncertain-sending.ts';

/** True for a task about a message that moves no case. */
export const isAboutMessage = <A extends { origin: string; messageId: string | null }>(
  action: A,
): action is A & { messageId: string } => originOf(action) === 'message' && action.messageId !== null;

/**
 * Judges a decision about a message that moves no case, under the lock of the message; no workflow is asked. Confirming
 * sends it again, skipping leaves it as it is. Returns null when another judge decides.
 */
export async function judgeAboutMessage(
  tx: Transaction,
  context: FactContext,
  name: DecisionName,
  decision: AskedDecision,
): Promise<Judged | null> {
  if (name !== 'confirmStep' && name !== 'skipStep') return null;
  const found = await openAction(tx, decision.actionId);
  if ('refusal' in found) return found.refusal;
  const { action } = found;
  if (!isAboutMessage(action)) return null;
  const { status } = await tx.message.findUniqueOrThrow({ where: { id: action.messageId }, select: { status: true } });
  if (status === 'ambiguous') return refused('uncertain', UNCERTAIN);
  const isSkipped = name === 'skipStep';
  // A message that left twice is not sent a third time.
  if (!isSkipped && action.attentionCode === 'sent_twice') return NOTHING_LEFT;
  const judged: Judged = isSkipped ? accepted([]) : await sendAgain(tx, context, action, decision.actor);
  if (!judged.verdict.accepted) return judged;
  const { reason, comment } = decision.args;
  await tx.action.update({
    where: { id: action.id },
    data: { state: isSkipped ? 'skipped' : 'done', comment: comment ?? reason ?? null, settledAt: context.at },
  });
  return judged;
}
