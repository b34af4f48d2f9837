import { z } from 'zod';
import { ACTION_STATUSES } from '../../domain/actions/action-status.ts';
import { ofOrigin } from '../../domain/actions/action-origin.ts';
import { actionsOfStatus } from '../../facts/actions/action-filter.ts';
import { readActions } from '../../facts/actions/action-row.ts';
import { isOfCustomer } from '../../facts/actions/of-customer.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { Channel } from '../../prisma/generated/enums.ts';
import { uuid } from '../../facts/inputs/fields.ts';
import { momentOf } from '../actions/find-action.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { specificActionBody } from './specific-action-body.ts';
import { specificAction } from './specific-action-schema.ts';

const filters = {
  status: z.enum(ACTION_STATUSES).optional(),
  kind: z.enum(Channel).optional(),
  customer_id: uuid.optional(),
  invoice_id: uuid.optional(),
};

type Filters = z.output<z.ZodObject<typeof filters>>;

function whereOf(query: Filters, at: Date): Prisma.ActionWhereInput {
  const { status, kind, customer_id: customerId, invoice_id: invoiceId } = query;
  return {
    ...ofOrigin('specific_action'),
    ...(kind ? { kind } : {}),
    ...(customerId ? { customerId } : {}),
    ...(invoiceId ? { invoices: { some: { invoiceId } } } : {}),
    AND: [status ? actionsOfStatus(status, at) : {}],
  };
}

export const listSpecificActionsEndpoint = defineList({
  path: '/v1/specific-actions',
  tag: 'Specific actions',
  summary: 'List the steps that were planned outside the scenario',
  who: ['collector'],
  filters,
  sorts: {
    due_on: { column: 'dueOn', type: 'date' },
    due_at: { column: 'dueAt', type: 'instant' },
    created_at: { column: 'createdAt', type: 'instant' },
  },
  defaultSort: 'due_on',
  row: specificAction,
  read: async (request, page) => {
    const { where, orderBy, take } = keyset(page);
    const moment = momentOf(request);
    const wanted = { AND: [whereOf(request.query, request.at), where] };
    const rows = await readActions(request.context.db, { where: wanted, orderBy, take });
    return rows.filter(isOfCustomer).map((row) => specificActionBody(row, moment));
  },
  count: ({ context, query, at }) => context.db.action.count({ where: whereOf(query, at) }),
});
