import { localDate } from '../../domain/calendar/local-time.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { recordHistory } from '../history.ts';
import { afterSending } from '../messages/after-sending.ts';
import { reserveMessage } from '../messages/reserve-message.ts';
import type { MessageOutcome, MessageToSettle } from '../messages/settle-message.ts';
import type { Actor, FactContext } from '../outcome.ts';
import { obstacleOf, readFiles, statementItem } from './statement-files.ts';
import { disclosedColumns } from './statement-to-render.ts';

/**
 * What became of a statement: sent, its day is stamped on each file, and each file's history says what was disclosed to whom. No
 * case moves by it, whatever becomes of it: it is no word to the debtor.
 */
export async function settleStatement(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  outcome: MessageOutcome,
): Promise<void> {
  const isSent = outcome.kind === 'sent';
  const { settings } = message.customer.creditor;
  const on = localDate(context.at.toISOString(), settings?.timeZone ?? 'Europe/Paris');
  const ids = message.items.map(({ invoiceId }) => invoiceId);
  const field = message.thirdPartyRole === 'notary' ? 'lastStatementToNotaryOn' : 'lastStatementToReferrerOn';
  if (isSent) {
    await tx.invoice.updateMany({ where: { id: { in: ids } }, data: { [field]: toDateColumn(on) } });
    await afterSending(tx, context, message, outcome.reference);
  } else if (outcome.kind !== 'ambiguous') {
    await tx.messageItem.updateMany({ where: { messageId: message.id }, data: { active: false } });
  }
  const party = await tx.thirdParty.findUnique({ where: { id: message.thirdPartyId ?? '' }, select: { name: true } });
  const data = {
    ...{ outcome: outcome.kind, recipient: party?.name, role: message.thirdPartyRole, on },
    ...{ to: message.recipients, channel: message.kind, test: message.test },
    ...(isSent && settings ? { disclosed: disclosedColumns(settings) } : {}),
    ...(outcome.kind === 'failed' ? { code: outcome.code, detail: outcome.detail } : {}),
    ...(outcome.kind === 'cancelled' ? { reason: outcome.reason } : {}),
  };
  await recordHistory(
    tx,
    context,
    message.items.map(({ invoiceId, amountCents, invoice }) => ({
      ...{ customerId: invoice.customerId, invoiceId, messageId: message.id },
      kind: 'statement' as const,
      data: { ...data, amountCents, currency: message.currency },
    })),
  );
}

/** A statement that was cancelled because a file or the address changed, reserved anew for the files that still may stand in it. */
export async function remakeStatement(
  tx: Transaction,
  context: FactContext,
  cancelled: MessageToSettle,
): Promise<string | null> {
  const ids = cancelled.items.map(({ invoiceId }) => invoiceId);
  const files = (await readFiles(tx, cancelled.creditorId, ids)).filter((file) => obstacleOf(file) === null);
  const [first] = files.map(({ customerId }) => customerId).sort();
  if (first === undefined) return null;
  const { thirdPartyId, thirdPartyRole, language, currency, kind, letterKind, level, origin, originId } = cancelled;
  return reserveMessage(tx, context, {
    ...{
      customerId: first,
      thirdPartyId,
      thirdPartyRole,
      language,
      currency,
      kind,
      letterKind,
      level,
      origin,
      originId,
    },
    ...{ templateId: cancelled.templateId, test: cancelled.test, actionId: null },
    actor: cancelled.actor as unknown as Actor,
    items: files.map(statementItem),
  });
}
