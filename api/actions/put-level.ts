import { customerErased } from '../../facts/customers/refuse-erased.ts';
import { levelInput } from '../../facts/inputs/sending.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { conflicting, notHere } from '../frame/problem.ts';
import { readInvoiceBody } from '../invoices/answer-invoice.ts';
import { invoice } from '../invoices/invoice-schema.ts';
import { refusedBy, takeDecision } from './take-decision.ts';

export const putLevelEndpoint = defineEndpoint({
  method: 'PUT',
  path: '/v1/invoices/{id}/level',
  tag: 'Actions',
  summary: 'Set the level that an invoice has reached, with a reason; the ladder goes on from there, today',
  description:
    'Level 0 starts the reminders again. A lower level than the one reached can be set to repeat the levels after it; a ' +
    'skipped level comes next when the level before it is set.',
  who: ['collector'],
  decides: true,
  params: idParams,
  body: levelInput,
  answers: { 200: invoice },
  handle: async (request) => {
    const { params, body, context } = request;
    const found = await context.db.invoice.findUnique({
      where: { id: params.id },
      select: { kind: true, closedAs: true, customer: { select: { erasedAt: true } } },
    });
    if (!found) throw notHere();
    if (found.kind === 'credit_note') throw conflicting('not_an_invoice', 'A credit note has no ladder.');
    if (found.closedAs === null && found.customer.erasedAt) throw customerErased();
    const verdict = await takeDecision(request, { name: 'setLevel', actionId: null, invoiceId: params.id, args: body });
    if (!verdict.accepted) throw refusedBy(verdict);
    return ok(await readInvoiceBody(request, params.id));
  },
});
