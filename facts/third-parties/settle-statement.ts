import type { ReturnCode } from '../../domain/case/attention-codes.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { localDayAt } from '../business-calendar.ts';
import { type HistoryLine, recordHistory } from '../history.ts';
import { afterSending } from '../messages/settling/after-sending.ts';
import { reserveMessage } from '../messages/reserving/reserve-message.ts';
import type { MessageToSettle } from '../messages/settling/message-to-settle.ts';
import type { MessageOutcome } from '../messages/settling/settle-message.ts';
import type { FactContext } from '../outcome.ts';
import { isFileOf, obstacleOf, readFiles, statementItem } from './statement-files.ts';
import { disclosedColumns } from './statement-to-render.ts';
import { asActor } from '../stored-json.ts';

/**
 * Records the outcome of a statement. Sent: its day is stamped on each file, and each file's history says what was
 * disclosed to whom. No case moves whatever the outcome, because a statement says nothing to the debtor.
 */
export async function settleStatement(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  outcome: MessageOutcome,
): Promise<void> {
  const isSent = outcome.kind === 'sent';
  const { settings } = message.customer.creditor;
  const on = dayOf(message, context.at);
  const ids = message.items.map(({ invoiceId }) => invoiceId);
  if (isSent) {
    await tx.invoice.updateMany({ where: { id: { in: ids } }, data: { [stampOf(message)]: toDateColumn(on) } });
    await afterSending(tx, context, message, outcome.reference);
  } else if (outcome.kind !== 'ambiguous') {
    await tx.messageItem.updateMany({ where: { messageId: message.id }, data: { active: false } });
  }
  await log(tx, context, message, {
    ...{ outcome: outcome.kind, on },
    ...(isSent && settings ? { disclosed: disclosedColumns(settings) } : {}),
    ...(outcome.kind === 'failed' ? { code: outcome.code, detail: outcome.detail } : {}),
    ...(outcome.kind === 'cancelled' ? { reason: outcome.reason } : {}),
  });
}

const NEVER_LEFT: readonly ReturnCode[] = ['sending_failed', 'letter_rejected', 'sms_failed'];

/**
 * A statement that its provider had taken came back, or did not leave after all: each file's history says so. If it did
 * not leave, the stamped day goes back to the last statement that did.
 */
export async function statementCameBack(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  code: ReturnCode,
): Promise<void> {
  const neverLeft = NEVER_LEFT.includes(code);
  for (const { invoiceId } of neverLeft ? message.items : []) {
    const last = await tx.message.findFirst({
      where: {
        ...{ creditorId: message.creditorId, origin: 'statement', thirdPartyRole: message.thirdPartyRole },
        ...{ sentAt: { not: null }, status: { not: 'failed' }, items: { some: { invoiceId } } },
      },
      select: { sentAt: true },
      orderBy: { sentAt: 'desc' },
    });
    const on = last?.sentAt ? toDateColumn(dayOf(message, last.sentAt)) : null;
    await tx.invoice.update({ where: { id: invoiceId }, data: { [stampOf(message)]: on } });
  }
  const outcome = neverLeft ? 'failed' : 'returned';
  await log(tx, context, message, { outcome, code, on: dayOf(message, context.at) });
}

const stampOf = ({ thirdPartyRole }: MessageToSettle) =>
  thirdPartyRole === 'notary' ? 'lastStatementToNotaryOn' : 'lastStatementToReferrerOn';

const dayOf = (message: MessageToSettle, at: Date): string => localDayAt(message.customer.creditor, at);

/** What became of a statement, and on which local day. */
type Fate = Pick<HistoryLine<'statement'>['data'], 'outcome' | 'on' | 'disclosed' | 'code' | 'detail' | 'reason'>;

async function log(tx: Transaction, context: FactContext, message: MessageToSettle, what: Fate) {
  const party = await tx.thirdParty.findUnique({ where: { id: message.thirdPartyId ?? '' }, select: { name: true } });
  const data = {
    ...{ recipient: party?.name, role: message.thirdPartyRole },
    ...{ to: message.recipients, channel: message.kind, test: message.test },
    ...what,
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

/**
 * Reserves a cancelled statement again, for those files that are still the third party's and may be listed. Null when
 * none is.
 */
export async function remakeStatement(
  tx: Transaction,
  context: FactContext,
  cancelled: MessageToSettle,
): Promise<string | null> {
  const ids = cancelled.items.map(({ invoiceId }) => invoiceId);
  const files = (await readFiles(tx, cancelled.creditorId, ids)).filter(
    (file) => isFileOf(file, cancelled.thirdPartyId) && obstacleOf(file, cancelled.thirdPartyRole) === null,
  );
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
    actor: asActor(cancelled.actor),
    items: files.map(statementItem),
  });
}
