import { localDate } from '../../domain/calendar/local-time.ts';
import type { Database } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { lockCustomer } from '../customers/lock-customer.ts';
import { recordHistory } from '../history.ts';
import type { CallInput } from '../inputs/call.ts';
import type { FactContext } from '../outcome.ts';
import { invalid, notFound } from '../refused.ts';
import { checkInvoicesOf, eachOf } from './invoices-concerned.ts';
import { planCallAgain } from './call-again.ts';
import { idOfRequest, writtenBefore } from './id-of-request.ts';
import { stampCall } from './stamp-call.ts';

/** A caller's clock may be this far ahead of ours. */
const TOLERATED_MS = 60_000;

export interface CallAnswer {
  id: string;
  customer_id: string;
  invoice_ids: string[];
  called_at: string;
  outcome: CallInput['outcome'];
  comment: string | null;
  call_again_on: string | null;
}

/**
 * Records a telephone call that took place, about some of a customer's invoices or about none in particular. The
 * history line has the instant of the call, which is never in the future. No case moves. A repeated request records no
 * second call and plans no second follow-up.
 */
export async function recordCall(
  db: Database,
  context: FactContext,
  customerId: string,
  input: CallInput & { invoice_ids: string[] },
): Promise<CallAnswer> {
  return db.$transaction(async (tx) => {
    await lockCustomer(tx, context, customerId);
    await checkInvoicesOf(tx, customerId, input.invoice_ids);
    const { outcome, comment, call_again_on: againOn } = input;
    const written = await writtenBefore(tx, context, customerId, { kind: 'call', field: 'callId' });
    const calledAt = written?.at ?? instantOf(context, input.called_at);
    const said = {
      ...{ outcome, comment: comment ?? null, called_at: calledAt.toISOString() },
      call_again_on: againOn ?? null,
    };
    const id = written?.id ?? idOfRequest(context);
    const answer = { id, customer_id: customerId, invoice_ids: input.invoice_ids, ...said };
    if (written) return answer;
    const { settings } = await readBusinessDay(tx, context);
    const data = { callId: id, outcome, ...(comment ? { comment } : {}) };
    await recordHistory(
      tx,
      { ...context, at: calledAt },
      eachOf(input.invoice_ids).map((invoiceId) => ({ customerId, invoiceId, kind: 'call', data })),
    );
    await stampCall(tx, input.invoice_ids, { on: localDate(calledAt.toISOString(), settings.timeZone), outcome });
    if (againOn) await planCallAgain(tx, context, { customerId, invoiceIds: input.invoice_ids, on: againOn });
    return answer;
  });
}

/** Records a telephone call as `recordCall` does, about one invoice. */
export async function recordCallOfInvoice(
  db: Database,
  context: FactContext,
  invoiceId: string,
  input: CallInput,
): Promise<CallAnswer> {
  const where = { id: invoiceId, creditorId: context.creditorId };
  const invoice = await db.invoice.findFirst({ where, select: { id: true, customerId: true } });
  if (!invoice) throw notFound();
  return recordCall(db, context, invoice.customerId, { ...input, invoice_ids: [invoice.id] });
}

function instantOf({ at }: FactContext, calledAt: string | undefined): Date {
  const instant = calledAt === undefined ? at : new Date(calledAt);
  if (instant.getTime() > at.getTime() + TOLERATED_MS) {
    throw invalid('in_the_future', '/called_at', 'The call has not taken place yet.', 'Give an instant that is over.');
  }
  return instant > at ? at : instant;
}
