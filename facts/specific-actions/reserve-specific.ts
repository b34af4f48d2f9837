import { isFree } from '../../domain/actions/specific-action.ts';
import { isFormalNoticeLevel } from '../../domain/ladder/step.ts';
import type { Language } from '../../domain/reminder-content.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { localDayAt, settingsOf } from '../business-calendar.ts';
import { recordHistory } from '../history.ts';
import { leaveAction } from '../leave-action.ts';
import { type MessageEdits, reserveMessage } from '../messages/reserving/reserve-message.ts';
import type { Actor, FactContext } from '../outcome.ts';
import { holdsOn, type LoadedSpecific, type SpecificInvoice } from './load-specific.ts';
import { releaseSpecific } from './release-specific.ts';

/** The invoices that a message of the action may be about at `at`. */
export function freeInvoices(action: LoadedSpecific, at: Date): SpecificInvoice[] {
  return action.invoices
    .map(({ invoice }) => invoice)
    .filter((invoice) => isFree({ ...invoice, holds: holdsOn(action, invoice) }, action.id))
    .filter((invoice) => !isEarlyNotice(action, invoice, at));
}

/**
 * True when the action would be a formal notice about an invoice that is not overdue; its due date may have moved since
 * the plan.
 */
export function isEarlyNotice(action: LoadedSpecific, { dueOn }: Pick<SpecificInvoice, 'dueOn'>, at: Date): boolean {
  if (action.level === null || !isFormalNoticeLevel(action.level) || dueOn === null) return false;
  return fromDateColumn(dueOn) >= localDayAt(action.customer.creditor, at);
}

/** The author's words and recipients of a specific action, as edits of its message. */
export function wordsOf({
  specific: { subject, bodyHtml, recipients },
}: Pick<LoadedSpecific, 'specific'>): MessageEdits {
  return {
    ...(subject === null ? {} : { subject }),
    ...(bodyHtml === null ? {} : { bodyHtml }),
    ...(recipients.length === 0 ? {} : { recipients }),
  };
}

/**
 * Reserves the one message of a specific action about these invoices, which must be free, in its author's words unless
 * `edits` replace them. The action's other invoices are left out, and the scenario goes on with them when what stops
 * them ends.
 */
export async function reserveSpecific(
  tx: Transaction,
  context: FactContext,
  action: LoadedSpecific & { language?: Language },
  invoices: readonly SpecificInvoice[],
  actor: Actor,
  edits: MessageEdits = {},
): Promise<string> {
  const { id, customerId, kind, letterKind, level, templateId } = action;
  const messageId = await reserveMessage(tx, context, {
    customerId,
    language: action.language ?? action.customer.language,
    currency: action.currency ?? invoices[0]!.currency,
    kind,
    letterKind,
    level,
    origin: 'specific_action',
    originId: id,
    actionId: id,
    templateId,
    actor,
    test: !settingsOf(action.customer.creditor).liveAt,
    items: invoices.map(({ id: invoiceId, cycle, level: reached, balanceCents }) => ({
      invoiceId,
      cycle,
      level: reached,
      stepKey: null,
      repeat: 0,
      amountCents: balanceCents,
    })),
    edits: { ...wordsOf(action), ...edits },
  });
  await tx.action.update({ where: { id }, data: { messageId, reason: null } });
  const left = action.invoices
    .map(({ invoiceId }) => invoiceId)
    .filter((one) => !invoices.some((own) => own.id === one));
  for (const invoiceId of left) await leaveAction(tx, id, invoiceId, 'held', context.at);
  const released = await releaseSpecific(tx, context, id, left);
  const data = { title: action.title ?? undefined, outcome: 'left_out' };
  const lines = released.map((invoiceId) => ({ customerId, invoiceId, kind: 'specific_action' as const, data }));
  await recordHistory(tx, context, lines);
  return messageId;
}
