import type { Transaction } from '../../prisma/client.ts';

/** Columns that must have a text have none. */
const NOTHING = '';

/**
 * Erases what people wrote about a customer beside history: in his invoices and their steps, in holds, actions, payments, refunds,
 * consents and qualifications. What is a number, a day, an amount or a state stays.
 */
export async function eraseTexts(tx: Transaction, customerId: string): Promise<void> {
  await tx.invoice.updateMany({
    where: { customerId },
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
  await tx.stepRecord.updateMany({ where: { invoice: { customerId } }, data: { reason: null } });
  await tx.hold.updateMany({
    where: { customerId },
    data: { reason: NOTHING, comment: null, cause: null, sinceOn: null },
  });
  await tx.action.updateMany({
    where: { customerId },
    data: { title: null, reason: null, comment: null, attentionCode: null, attentionText: null },
  });
  await tx.specificAction.updateMany({
    where: { action: { customerId } },
    data: { subject: null, bodyHtml: null, recipients: [] },
  });
  await tx.qualification.updateMany({ where: { customerId }, data: { comment: null } });
  await tx.payment.updateMany({
    where: { customerId, reversalReason: { not: null } },
    data: { reversalReason: NOTHING },
  });
  await tx.refund.updateMany({
    where: { OR: [{ payment: { customerId } }, { creditNote: { customerId } }] },
    data: { reason: null, cancelledReason: null },
  });
  await tx.consent.updateMany({ where: { customerId }, data: { evidence: NOTHING } });
}
