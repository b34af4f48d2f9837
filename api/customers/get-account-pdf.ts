import { readAccountStatement } from '../../facts/customers/account-statement.ts';
import { customerErased } from '../../facts/customers/refuse-erased.ts';
import { renderAccount } from '../../letters/render-account.ts';
import { file } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { notHere } from '../frame/problem.ts';

export const getAccountPdfEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/customers/{id}/account.pdf',
  tag: 'Customers',
  summary: 'Download a customer’s statement of account as a letter, in the customer’s language',
  description:
    'As of today and for each currency: invoices, the unused part of credit notes, and money that is not allocated yet. The ' +
    'letter is made on request, and is neither stored nor sent. 409 `customer_erased` when the customer was erased.',
  who: ['collector'],
  params: idParams,
  answers: { 200: { contentType: 'application/pdf' } },
  refusals: [409],
  handle: async ({ params, auth, at, context: { db } }) => {
    const customer = await db.customer.findFirst({
      where: { id: params.id },
      select: { reference: true, erasedAt: true },
    });
    if (!customer) throw notHere();
    if (customer.erasedAt) throw customerErased();
    const { creditorId } = auth;
    const { content, tables } = await readAccountStatement(db, { creditorId, customerId: params.id }, at);
    const name = content.language === 'fr' ? 'releve-de-compte' : 'statement-of-account';
    return file({
      contentType: 'application/pdf',
      bytes: await renderAccount(content, tables),
      filename: `${name}-${customer.reference}-${content.today}.pdf`,
    });
  },
});
