import { v7 as uuidv7 } from 'uuid';
import { localDate } from '../../domain/calendar/local-time.ts';
import { goesByPrintProvider } from '../../domain/messages/connectors.ts';
import type { Run } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import { recordHistory } from '../history.ts';
import { carrySteps } from '../messages/carry-steps.ts';
import { HAND_LETTER } from '../messages/hand-letter.ts';
import { isPostedByPerson } from '../messages/posted-by-person.ts';
import { reserveMessage } from '../messages/reserve-message.ts';
import { stepNumbers } from '../messages/step-numbers.ts';
import type { FactContext } from '../outcome.ts';
import { settingsOf } from '../plan/load-case.ts';
import { raiseVersion } from '../raise-version.ts';
import type { RunGroup } from './take-customer.ts';

/** Reserves one message of a run: it carries the open steps of its invoices until it is settled. Answers its id. */
export async function reserveRunMessage(
  tx: Transaction,
  context: FactContext,
  run: Run,
  { steps, listed, draft }: RunGroup,
): Promise<string> {
  const { row, step, letterKind } = steps[0]!;
  const letter = { kind: draft.kind, letterKind };
  const viaPrintProvider = goesByPrintProvider(context.connectors, letter);
  const actionId = isPostedByPerson({ ...letter, viaPrintProvider })
    ? await letterToPost(tx, context, run, steps)
    : null;
  const numbers = await stepNumbers(
    tx,
    steps.map((one) => ({
      ...{ invoiceId: one.row.id, cycle: one.row.cycle, level: run.level },
      ...{ stepKey: one.step.key, kind: one.step.kind },
    })),
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
    test: draft.content.isTest,
    items: [
      ...steps.map((one, index) => ({
        invoiceId: one.row.id,
        cycle: one.row.cycle,
        stepKey: one.step.key,
        level: run.level,
        repeat: numbers[index]!,
        amountCents: one.row.balanceCents,
      })),
      ...listed,
    ],
  });
  await tx.message.update({ where: { id: messageId }, data: { runId: run.id } });
  if (actionId) await tx.action.update({ where: { id: actionId }, data: { messageId } });
  await sendSteps(tx, context, steps, messageId, { level: run.level, channel: draft.kind, letterKind });
  return messageId;
}

/** From here on the message carries the open steps; each case has it in its history, and is planned again. */
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
  await raiseVersion(
    tx,
    steps.map(({ row }) => row.id),
  );
}

/** A registered letter waits in the list of what is to be done until a person has posted it. */
async function letterToPost(
  tx: Transaction,
  context: FactContext,
  run: Run,
  steps: RunGroup['steps'],
): Promise<string> {
  const { row, step, letterKind } = steps[0]!;
  const id = uuidv7();
  await tx.action.create({
    data: {
      id,
      creditorId: run.creditorId,
      customerId: row.customerId,
      currency: row.currency,
      kind: 'letter',
      level: run.level,
      letterKind,
      templateId: step.templateId,
      mode: 'manual',
      origin: HAND_LETTER,
      dueAt: context.at,
      dueOn: toDateColumn(localDate(context.at.toISOString(), settingsOf(row).timeZone)),
      invoices: { create: steps.map((one) => ({ invoiceId: one.row.id })) },
    },
  });
  return id;
}
