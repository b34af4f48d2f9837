import { goesByPrintProvider, isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Run } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { recordHistory } from '../history.ts';
import { carrySteps } from '../messages/reserving/carry-steps.ts';
import { openLetterToPost } from '../messages/letters/open-letter-to-post.ts';
import { type ReservedItem, reserveMessage } from '../messages/reserving/reserve-message.ts';
import { stepNumbers } from '../messages/reserving/step-numbers.ts';
import type { FactContext } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import type { RunGroup } from './take-customer.ts';

/** Reserves one message of a run, which carries the open steps of its invoices until it is settled. Returns its id. */
export async function reserveRunMessage(
  tx: Transaction,
  context: FactContext,
  run: Run,
  { steps, listed, draft }: RunGroup,
): Promise<string> {
  const { row, step, letterKind } = steps[0]!;
  const letter = { kind: draft.kind, letterKind };
  const viaPrintProvider = goesByPrintProvider(context.connectors, letter);
  const posted = { level: run.level, letterKind, templateId: step.templateId };
  const rows = steps.map((one) => one.row);
  const isPosted = isPostedByPerson({ ...letter, viaPrintProvider });
  const actionId = isPosted ? await openLetterToPost(tx, context, rows, posted) : null;
  const numbers = await stepNumbers(
    tx,
    steps.map((one) => ({
      ...{ invoiceId: one.row.id, cycle: one.row.cycle, level: run.level },
      ...{ stepKey: one.step.key, kind: one.step.kind },
    })),
  );
  // The cases are planned again.
  await raiseVersion(
    tx,
    rows.map(({ id }) => id),
  );
  const messageId = await reserveMessage(tx, context, {
    customerId: row.customerId,
    language: draft.content.language,
    currency: row.currency,
    ...letter,
    level: run.level,
    origin: 'run',
    originId: `${run.id}/${row.id}`,
    actionId,
    templateId: step.templateId,
    actor: context.actor,
    test: draft.content.test,
    items: [...itemsOf(steps, run.level, numbers), ...listed],
  });
  await tx.message.update({ where: { id: messageId }, data: { runId: run.id } });
  if (actionId) await tx.action.update({ where: { id: actionId }, data: { messageId } });
  await sendSteps(tx, context, steps, messageId, { level: run.level, channel: draft.kind, letterKind });
  return messageId;
}

/** Each invoice with its step at the run's level and with its number there (`stepNumbers`). */
function itemsOf(steps: RunGroup['steps'], level: number, numbers: readonly number[]): ReservedItem[] {
  return steps.map(({ row, step }, index) => ({
    invoiceId: row.id,
    cycle: row.cycle,
    stepKey: step.key,
    level,
    repeat: numbers[index]!,
    amountCents: row.balanceCents,
  }));
}

/** Gives the open steps to the message and writes history. */
async function sendSteps(
  tx: Transaction,
  context: FactContext,
  steps: RunGroup['steps'],
  messageId: string,
  said: { level: number; channel: string; letterKind: string | null },
): Promise<void> {
  const carried = steps.map(({ row: { id: invoiceId, cycle }, step: { key: stepKey, level } }) => ({
    ...{ invoiceId, cycle, stepKey, level },
  }));
  await carrySteps(tx, context, carried, messageId);
  const lines = steps.map(({ row: { customerId, id: invoiceId } }) => ({
    ...{ customerId, invoiceId, messageId },
    kind: 'confirmed' as const,
    data: { ...said, byHand: true },
  }));
  await recordHistory(tx, context, lines);
}
