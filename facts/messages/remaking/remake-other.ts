import type { Transaction } from '../../../prisma/client.ts';
import { settingsOf } from '../../business-calendar.ts';
import type { FactContext } from '../../outcome.ts';
import { retellColleague } from '../../qualifications/retell-colleague.ts';
import { loadSpecific } from '../../specific-actions/load-specific.ts';
import { areFiguresNamed, askAboutSums, isOwedOtherwise } from '../../specific-actions/outdated-words.ts';
import { freeInvoices, reserveSpecific, wordsOf } from '../../specific-actions/reserve-specific.ts';
import { remakeStatement } from '../../third-parties/settle-statement.ts';
import { remakeManual } from './remake-manual.ts';
import { reserveMessage } from '../reserving/reserve-message.ts';
import type { MessageToSettle } from '../settling/message-to-settle.ts';
import { asActor } from '../../stored-json.ts';

/**
 * Reserves again, at once, what is still due of a cancelled message that is no step of the ladder; it was cancelled
 * because an invoice, an address or the day changed. An automatic specific action waits for its own workflow instead;
 * one confirmed in a person's own words is asked for again, and so is one whose author's words may name an old sum.
 * Returns the new message's id, or null.
 */
export async function remakeOther(
  tx: Transaction,
  context: FactContext,
  cancelled: MessageToSettle,
): Promise<string | null> {
  switch (cancelled.origin) {
    case 'acknowledgement':
    case 'internal':
      return remakeAnswer(tx, context, cancelled);
    case 'statement':
      return remakeStatement(tx, context, cancelled);
    case 'manual':
      return remakeManual(tx, context, cancelled);
    case 'specific_action':
      return remakeSpecific(tx, context, cancelled);
    default:
      return null;
  }
}

/** An acknowledgement no longer mentions closed invoices; a colleague is told about all of them, as they are now. */
async function remakeAnswer(tx: Transaction, context: FactContext, cancelled: MessageToSettle): Promise<string | null> {
  const { customerId, language, currency, kind, letterKind, level, origin, originId, templateId, test } = cancelled;
  const items = cancelled.items
    .filter((item) => item.information || item.invoice.closedAs === null)
    .map(({ invoiceId, cycle, stepKey, level: itemLevel, repeat, amountCents, information }) => ({
      ...{ invoiceId, cycle, stepKey, repeat, amountCents, information },
      level: itemLevel,
    }));
  if (items.length === 0) return null;
  const { customSubject, customRecipients, attachmentIds } = cancelled;
  const customBodyHtml = origin === 'internal' ? await retellColleague(tx, cancelled) : cancelled.customBodyHtml;
  return reserveMessage(tx, context, {
    ...{ customerId, language, currency, kind, letterKind, level, origin, originId, templateId, test, items },
    actionId: null,
    actor: asActor(cancelled.actor),
    edits: {
      ...(customSubject === null ? {} : { subject: customSubject }),
      ...(customBodyHtml === null ? {} : { bodyHtml: customBodyHtml }),
      ...{ recipients: customRecipients, attachmentIds },
    },
  });
}

async function remakeSpecific(
  tx: Transaction,
  context: FactContext,
  cancelled: MessageToSettle,
): Promise<string | null> {
  const actor = asActor(cancelled.actor);
  const action = cancelled.actionId ? await loadSpecific(tx, cancelled.actionId) : null;
  if (actor.kind === 'system' || action?.state !== 'open' || action.messageId !== null) return null;
  // What was asked for in the trial does not leave for real: the person is asked again.
  if (cancelled.test && settingsOf(action.customer.creditor).liveAt) return null;
  const invoices = freeInvoices(action, context.at);
  const { subject = null, bodyHtml = null } = wordsOf(action);
  const isCorrected = cancelled.customSubject !== subject || cancelled.customBodyHtml !== bodyHtml;
  if ((isCorrected || areFiguresNamed(action)) && isOwedOtherwise(cancelled, invoices)) {
    if (action.reason === null) await askAboutSums(tx, action);
    return null;
  }
  if (isCorrected) return null;
  if (invoices.length === 0) return null;
  const { customRecipients: recipients, attachmentIds } = cancelled;
  return reserveSpecific(tx, context, action, invoices, actor, { recipients, attachmentIds });
}
