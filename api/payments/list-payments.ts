import { MAX_CENTS } from '../../domain/money/cents.ts';
import { localDate, uuid } from '../../facts/inputs/fields.ts';
import { paymentBody, shownWithPayment } from '../../facts/money/payment-view.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { literalPattern } from '../frame/containing.ts';
import { queryBoolean, queryCurrency, queryInteger, queryText } from '../frame/fields.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList, type ListRequest } from '../frame/list.ts';
import { listedPayment } from './payment-schema.ts';

const filters = {
  unallocated: queryBoolean.default(false).meta({ description: 'Only payments that are not fully allocated.' }),
  customer_id: uuid.optional().meta({ description: 'Only payments of this customer.' }),
  currency: queryCurrency.optional(),
  amount_cents: queryInteger(1, MAX_CENTS).optional(),
  paid_after: localDate.optional(),
  paid_before: localDate.optional(),
  q: queryText.optional().meta({ description: 'Found anywhere in `external_id`; upper and lower case are the same.' }),
};

export const listPaymentsEndpoint = defineList({
  path: '/v1/payments',
  tag: 'Money',
  summary: 'List what customers paid, and where it went; newest first',
  description:
    'Reversed ones too. `unallocated=true` finds the money that is still to be set against invoices; `paid_after` and ' +
    '`paid_before` leave out the day itself.',
  who: ['collector'],
  filters,
  sorts: { paid_on: { column: 'paidOn', type: 'date' }, received_at: { column: 'receivedAt', type: 'instant' } },
  defaultSort: '-paid_on',
  row: listedPayment,
  read: async ({ query, context: { db } }, page) => {
    const { where, orderBy, take } = keyset(page);
    const asked = { where: { AND: [whereOf(query), where] }, orderBy, take };
    const payments = await db.payment.findMany({ ...asked, include: shownWithPayment });
    return payments.map((row) => ({
      ...paymentBody(row),
      customer: { id: row.customer.id, name: row.customer.name, erased: row.customer.erasedAt !== null },
    }));
  },
  count: ({ query, context: { db } }) => db.payment.count({ where: whereOf(query) }),
});

function whereOf(query: ListRequest<typeof filters>['query']): Prisma.PaymentWhereInput {
  const { unallocated, customer_id: customerId, currency, amount_cents: amountCents, q } = query;
  const { paid_after: after, paid_before: before } = query;
  return {
    ...(unallocated ? { unallocatedCents: { gt: 0 } } : {}),
    ...(customerId ? { customerId } : {}),
    ...(currency ? { currency } : {}),
    ...(amountCents === undefined ? {} : { amountCents }),
    paidOn: { ...(after ? { gt: toDateColumn(after) } : {}), ...(before ? { lt: toDateColumn(before) } : {}) },
    ...(q === undefined ? {} : { externalId: { contains: literalPattern(q), mode: 'insensitive' } }),
  };
}
