import { invoiceInput } from '../../facts/inputs/invoice.ts';
import { createInvoice } from '../../facts/invoices/create-invoice.ts';
import type { OpenedCase } from '../../facts/invoices/store-invoice.ts';
import { noteStarted, startCase, startOpenedCase } from '../../temporal/tell.ts';
import { created, ok } from '../frame/answer.ts';
import { defineEndpoint, type EndpointRequest } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { handedOver } from '../holds/answers.ts';
import { documentBody, readInvoiceBody } from './answer-invoice.ts';
import { invoice } from './invoice-schema.ts';

const answer = invoice.extend({ handed_over: handedOver }).meta({ id: 'StoredInvoice' });

export const createInvoiceEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices',
  tag: 'Invoices',
  summary: 'Create an invoice or a credit note; the workflow of an invoice runs before the answer',
  who: ['collector'],
  body: invoiceInput,
  answers: { 201: answer, 200: answer },
  ownId: true,
  handle: async (request) => {
    const { body, context, at } = request;
    const { db, dispatcher } = context;
    const outcome = await createInvoice(db, factContext(request), body);
    const { id, starts, opened, document } = outcome.answer;
    const startOwn = async () => {
      if (opened) await startOpened(request, opened);
      else if (starts) await startCase(db, dispatcher, id, at);
    };
    // The answer is made while the workflow starts.
    const [, stored] = await Promise.all([
      carryOutFact(request, outcome, startOwn),
      document ? documentBody(request, document) : readInvoiceBody(request, id),
    ]);
    const shown = { ...stored, handed_over: outcome.handedOver };
    const version = { version: stored.version };
    return outcome.replayed ? ok(shown, version) : created(`/v1/invoices/${id}`, shown, version);
  },
});

/**
 * Starts the workflow. That it runs is noted after the answer is written: without that note the reconciliation merely
 * tells the case once more.
 */
async function startOpened({ context, auth, at }: EndpointRequest, opened: OpenedCase): Promise<void> {
  const { creditorId, slug } = auth;
  await startOpenedCase(context.dispatcher, { ...opened, balanceCents: opened.totalCents, creditorId, slug }, at);
  setImmediate(() => {
    noteStarted(context.db, [opened.id]).catch((error: unknown) => {
      context.log.warn({ err: error, invoiceId: opened.id }, 'start not noted, the reconciliation tells again');
    });
  });
}
