import { z } from 'zod';
import { actionsOfCollector } from '../../facts/actions/action-filter.ts';
import { OF_PERSONS, readTasks } from '../../facts/tasks/task-answer.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { uuid } from '../../facts/inputs/fields.ts';
import { containing } from '../frame/containing.ts';
import { queryText } from '../frame/fields.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { task } from './task.ts';

const filters = {
  state: z.enum(['open', 'done', 'skipped', 'cancelled']).optional(),
  customer_id: uuid.optional(),
  invoice_id: uuid.optional(),
  assignee_id: uuid.optional(),
  q: queryText.optional(),
};

export const listTasksEndpoint = defineList({
  path: '/v1/tasks',
  tag: 'Tasks',
  summary: 'List tasks, those due first at the top',
  who: ['collector'],
  filters,
  sorts: {
    alert_at: { column: 'dueAt', type: 'instant' },
    created_at: { column: 'createdAt', type: 'instant' },
  },
  defaultSort: 'alert_at',
  row: task,
  read: ({ query, context }, page) => {
    const { where, orderBy, take } = keyset(page);
    return readTasks(context.db, { where: { AND: [filtersOf(query), where] }, orderBy, take });
  },
  count: ({ query, context }) => context.db.action.count({ where: { AND: [OF_PERSONS, filtersOf(query)] } }),
});

function filtersOf(query: z.output<z.ZodObject<typeof filters>>): Prisma.ActionWhereInput {
  return {
    ...(query.state ? { state: query.state } : {}),
    ...(query.customer_id ? { customerId: query.customer_id } : {}),
    ...(query.invoice_id ? { invoices: { some: { invoiceId: query.invoice_id } } } : {}),
    ...(query.assignee_id ? actionsOfCollector(query.assignee_id) : {}),
    ...(query.q ? { searchText: containing(query.q) } : {}),
  };
}
