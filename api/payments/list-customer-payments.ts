import { paymentsOfCustomer } from '../../facts/money/payments-of-customer.ts';
import { paymentBody, shownWithPayment } from '../../facts/money/payment-view.ts';
import { idParams, queryBoolean } from '../frame/fields.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { notHere } from '../frame/problem.ts';
import { payment } from './payment-schema.ts';

const filters = {
  unallocated: queryBoolean.default(false).meta({ description: 'Only payments that are not fully allocated.' }),
};

export const listCustomerPaymentsEndpoint = defineList({
  path: '/v1/customers/{id}/payments',
  tag: 'Money',
  summary: 'List what a customer paid, and where it went; newest first',
  description:
    'Includes reversed payments, and another payer’s payments that are allocated to this customer’s invoices.',
  who: ['collector'],
  params: idParams,
  filters,
  sorts: { paid_on: { column: 'paidOn', type: 'date' }, received_at: { column: 'receivedAt', type: 'instant' } },
  defaultSort: '-paid_on',
  row: payment,
  read: async ({ params, query, context: { db } }, page) => {
    if (!(await db.customer.findUnique({ where: { id: params.id }, select: { id: true } }))) throw notHere();
    const { where, orderBy, take } = keyset(page);
    const payments = await db.payment.findMany({
      where: { AND: [await paymentsOfCustomer(db, params.id, query.unallocated), where] },
      include: shownWithPayment,
      orderBy,
      take,
    });
    return payments.map(paymentBody);
  },
  count: async ({ params, query, context: { db } }) =>
    db.payment.count({ where: await paymentsOfCustomer(db, params.id, query.unallocated) }),
});
