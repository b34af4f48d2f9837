import { dueTooLate, dueTooLateText } from '../../domain/interest/payment-term.ts';
import { readCases } from '../../facts/cases/case-view.ts';
import { readCreditUses, readRefundsOf } from '../../facts/money/credit-uses.ts';
import { limitationOf, readForLimitation } from '../../facts/limitation/limitation-of.ts';
import type { FactOutcome } from '../../facts/outcome.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { type Answer, ok } from '../frame/answer.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';
import { carryOutFact } from '../frame/fact-answer.ts';
import { notHere } from '../frame/problem.ts';
import { invoiceBody } from './invoice-body.ts';
import { limitationBody } from './limitation-body.ts';
import { readingOf } from './reading.ts';

/** Returns an invoice or a credit note as the API shows it; throws a 404 when there is none. */
export async function readInvoiceBody(request: EndpointRequest, id: string) {
  const { db } = request.context;
  const reading = readingOf(request);
  const [[row], claim, allocations, refunds] = await Promise.all([
    readCases(db, { where: { id }, take: 1 }),
    readForLimitation(db, id),
    readCreditUses(db, id),
    readRefundsOf(db, id),
  ]);
  if (!row || !claim) throw notHere();
  const limitation = limitationBody(limitationOf(claim, reading.timeZone), reading);
  const latestOn = dueTooLate({
    debtor: claim.customer.kind,
    kind: claim.kind,
    issuedOn: fromDateColumn(claim.issuedOn),
    dueOn: claim.dueOn && fromDateColumn(claim.dueOn),
  });
  const warning = latestOn && {
    code: 'due_beyond_legal_term' as const,
    latest_on: latestOn,
    sentence: dueTooLateText(latestOn, reading.language),
  };
  return {
    ...invoiceBody(row, reading),
    limitation,
    due_on_warning: warning,
    ...(row.kind === 'credit_note' ? { allocations, refunds } : {}),
  };
}

/**
 * Tells the workflows what was stored about an invoice, then answers with the invoice and with the messages that had
 * already left.
 */
export async function answerInvoice(request: EndpointRequest, outcome: FactOutcome<{ id: string }>): Promise<Answer> {
  await carryOutFact(request, outcome);
  const body = await readInvoiceBody(request, outcome.answer.id);
  return ok({ ...body, handed_over: outcome.handedOver }, { version: body.version });
}
