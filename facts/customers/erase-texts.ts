import type { Transaction } from '../../prisma/client.ts';
import { refundsTo } from './obstacle-to-erasure.ts';

/** Replaces the text in columns that may not be null. */
const NOTHING = '';
const KNOWN = { not: null } as const;
const SAID = { not: NOTHING } as const;

/**
 * Erases what people wrote about a customer outside history: in invoices and their steps, holds, actions, payments,
 * refunds, consents and qualifications. Numbers, days, amounts and states stay. Touches only rows that have something
 * to erase, and returns how many.
 */
export async function eraseTexts(tx: Transaction, customerId: string): Promise<number> {
  const erased = [
    await eraseInvoices(tx, customerId),
    await tx.stepRecord.updateMany({ where: { invoice: { customerId }, reason: KNOWN }, data: { reason: null } }),
    await tx.hold.updateMany({
      where: { customerId, OR: [{ reason: SAID }, { comment: KNOWN }, { cause: KNOWN }, { sinceOn: KNOWN }] },
      data: { reason: NOTHING, comment: null, cause: null, sinceOn: null },
    }),
    await eraseActions(tx, customerId),
    await tx.qualification.updateMany({ where: { customerId, comment: KNOWN }, data: { comment: null } }),
    await eraseMoney(tx, customerId),
    await tx.consent.updateMany({ where: { customerId, evidence: SAID }, data: { evidence: NOTHING } }),
  ];
  return erased.reduce((sum, { count }) => sum + count, 0);
}

const eraseInvoices = (tx: Transaction, customerId: string) =>
  tx.invoice.updateMany({
    where: {
      customerId,
      OR: [
        ...[{ caseReference: KNOWN }, { mission: KNOWN }, { reportStatus: KNOWN }, { invoiceStatus: KNOWN }],
        ...[{ invoiceUrl: KNOWN }, { paymentUrl: KNOWN }, { attentionText: KNOWN }, { closedReason: KNOWN }],
      ],
    },
    data: {
      caseReference: null,
      mission: null,
      reportStatus: null,
      invoiceStatus: null,
      invoiceUrl: null,
      paymentUrl: null,
      attentionText: null,
      closedReason: null,
    },
  });

async function eraseActions(tx: Transaction, customerId: string): Promise<{ count: number }> {
  const actions = await tx.action.updateMany({
    where: {
      customerId,
      OR: [
        ...[{ title: KNOWN }, { reason: KNOWN }, { comment: KNOWN }],
        ...[{ attentionCode: KNOWN }, { attentionText: KNOWN }],
      ],
    },
    data: { title: null, reason: null, comment: null, attentionCode: null, attentionText: null },
  });
  const specific = await tx.specificAction.updateMany({
    where: {
      action: { customerId },
      OR: [{ subject: KNOWN }, { bodyHtml: KNOWN }, { recipients: { isEmpty: false } }],
    },
    data: { subject: null, bodyHtml: null, recipients: [] },
  });
  return { count: actions.count + specific.count };
}

/** Erases the payment method in the bank's words, and the reasons for reversals and refunds. */
async function eraseMoney(tx: Transaction, customerId: string): Promise<{ count: number }> {
  const methods = await tx.payment.updateMany({ where: { customerId, method: KNOWN }, data: { method: null } });
  const reversals = await tx.payment.updateMany({
    where: { customerId, reversalReason: { not: null, notIn: [NOTHING] } },
    data: { reversalReason: NOTHING },
  });
  const refunds = await tx.refund.updateMany({
    where: {
      AND: [refundsTo(customerId), { OR: [{ reason: KNOWN }, { cancelledReason: KNOWN }] }],
    },
    data: { reason: null, cancelledReason: null },
  });
  return { count: methods.count + reversals.count + refunds.count };
}
