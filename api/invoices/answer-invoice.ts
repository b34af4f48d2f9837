import { dueTooLate, dueTooLateText } from '../../domain/interest/payment-term.ts';
import { type CaseDocument, readDocument } from '../../facts/cases/read-document.ts';
import { readCreditUses, readRefundsOf } from '../../facts/money/credit-uses.ts';
import { limitationOf } from '../../facts/limitation/limitation-of.ts';
import type { FactOutcome } from '../../facts/outcome.ts';
import type { Database } from '../../prisma/client.ts';
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
  const { auth, context } = request;
  const document = await readDocument(context.db, auth.creditorId, id);
  if (!document) throw notHere();
  return documentBody(request, document);
}

/** A document that was read, as the contract shows it. Where a credit note went is read besides. */
export async function documentBody(request: EndpointRequest, { row, acknowledged }: CaseDocument) {
  const reading = readingOf(request);
  const limitation = limitationBody(limitationOf({ ...row, ...acknowledged }, reading.timeZone), reading);
  const latestOn = dueTooLate({
    debtor: row.customer.kind,
    kind: row.kind,
    issuedOn: fromDateColumn(row.issuedOn),
    dueOn: row.dueOn && fromDateColumn(row.dueOn),
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
    ...(row.kind === 'credit_note' ? await whereItWent(request.context.db, row.id) : {}),
  };
}

async function whereItWent(db: Database, creditNoteId: string) {
  const [allocations, refunds] = await Promise.all([readCreditUses(db, creditNoteId), readRefundsOf(db, creditNoteId)]);
  return { allocations, refunds };
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
