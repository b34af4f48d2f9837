import { FORMAL_NOTICE_LEVEL, isFormalNoticeLevel } from '../../../domain/ladder/step.ts';
import type { ReminderContent } from '../../../domain/reminder-content.ts';
import { settingsOf } from '../../../facts/business-calendar.ts';
import { loadAccount, reminderContent } from '../../../facts/messages/drawing/load-content.ts';
import type { Database } from '../../../prisma/client.ts';
import { invalidField } from '../../frame/problem.ts';

/** What a reminder about this invoice would say today; 422 when there is no such invoice. `level` null means the next level. */
export async function contentOfInvoice(
  db: Database,
  invoiceId: string,
  level: number | null,
  at: Date,
): Promise<ReminderContent> {
  const invoice = await db.invoice.findUnique({ where: { id: invoiceId } });
  if (!invoice) {
    throw invalidField('unknown_invoice', '/invoice_id', 'There is no such invoice.', 'Name one of GET /v1/invoices.');
  }
  const account = await loadAccount(db, invoice);
  const of = level ?? Math.min(invoice.level + 1, FORMAL_NOTICE_LEVEL);
  return reminderContent(account, {
    customerId: invoice.customerId,
    invoiceIds: [invoice.id],
    currency: invoice.currency,
    level: of,
    letterKind: isFormalNoticeLevel(of) ? 'registered' : 'simple',
    test: !settingsOf(account.creditor).liveAt,
    at,
  });
}
