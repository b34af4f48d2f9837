import { z } from 'zod';
import { ACTION_STATUSES } from '../../domain/actions/action-status.ts';
import { actionsOfCollector, actionsOfStatus } from '../../facts/actions/action-filter.ts';
import { readActions } from '../../facts/actions/action-row.ts';
import { ofOrigin } from '../../domain/actions/action-origin.ts';
import { localDate } from '../../facts/inputs/fields.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import { Channel } from '../../prisma/generated/enums.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { queryAnyOf, queryBoolean, queryCollector, queryInteger, uuid } from '../frame/fields.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { actionBody } from './action-body.ts';
import { action } from './action-schema.ts';
import { momentOf } from './find-action.ts';

const filters = {
  status: queryAnyOf(ACTION_STATUSES).optional(),
  kind: z.enum(Channel).optional(),
  collector_id: queryCollector.optional(),
  customer_id: uuid.optional(),
  invoice_id: uuid.optional(),
  about_message: queryBoolean.optional(),
  level: queryInteger(0, 9).optional(),
  due_on: localDate.optional(),
  due_before: localDate.optional(),
};

const OF_MESSAGE = ofOrigin('message');

type Filters = z.output<z.ZodObject<typeof filters>>;

function whereOf(query: Filters, at: Date): Prisma.ActionWhereInput {
  const { status, kind, level, collector_id: collectorId, customer_id: customerId, invoice_id: invoiceId } = query;
  const { about_message: isAboutMessage } = query;
  const days = {
    ...(query.due_on ? { equals: toDateColumn(query.due_on) } : {}),
    ...(query.due_before ? { lt: toDateColumn(query.due_before) } : {}),
  };
  return {
    ...(kind ? { kind } : {}),
    ...(level === undefined ? {} : { level }),
    ...(customerId ? { customerId } : {}),
    ...(invoiceId ? { invoices: { some: { invoiceId } } } : {}),
    dueOn: days,
    AND: [
      status ? { OR: status.map((one) => actionsOfStatus(one, at)) } : {},
      collectorId ? actionsOfCollector(collectorId === 'none' ? null : collectorId) : {},
      isAboutMessage === undefined ? {} : isAboutMessage ? OF_MESSAGE : { NOT: OF_MESSAGE },
    ],
  };
}

export const listActionsEndpoint = defineList({
  path: '/v1/actions',
  tag: 'Actions',
  summary: 'The agenda: what leaves, what waits for a person, and what was done',
  who: ['collector'],
  filters,
  sorts: {
    due_on: { column: 'dueOn', type: 'date' },
    due_at: { column: 'dueAt', type: 'instant' },
    created_at: { column: 'createdAt', type: 'instant' },
  },
  defaultSort: 'due_on',
  row: action,
  read: async (request, page) => {
    const { where, orderBy, take } = keyset(page);
    const moment = await momentOf(request);
    const rows = await readActions(request.context.db, {
      where: { AND: [whereOf(request.query, request.at), where] },
      orderBy,
      take,
    });
    return rows.map((row) => actionBody(row, moment));
  },
  count: ({ context, query, at }) => context.db.action.count({ where: whereOf(query, at) }),
});
