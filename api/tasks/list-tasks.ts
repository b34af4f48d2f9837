import { z } from 'zod';
import { readTasks } from '../../facts/tasks/task-answer.ts';
import { containing } from '../frame/containing.ts';
import { queryText, uuid } from '../frame/fields.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { task } from './task.ts';

export const listTasksEndpoint = defineList({
  path: '/v1/tasks',
  tag: 'Tasks',
  summary: 'Tasks, those due first at the top',
  who: ['collector'],
  filters: {
    state: z.enum(['open', 'done', 'skipped', 'cancelled']).optional(),
    customer_id: uuid.optional(),
    invoice_id: uuid.optional(),
    assignee_id: uuid.optional(),
    q: queryText.optional(),
  },
  sorts: {
    alert_at: { column: 'dueAt', type: 'instant' },
    created_at: { column: 'createdAt', type: 'instant' },
  },
  defaultSort: 'alert_at',
  row: task,
  read: ({ query, context }, page) => {
    const { where, orderBy, take } = keyset(page);
    const filters = {
      ...(query.state ? { state: query.state } : {}),
      ...(query.customer_id ? { customerId: query.customer_id } : {}),
      ...(query.invoice_id ? { invoices: { some: { invoiceId: query.invoice_id } } } : {}),
      ...(query.assignee_id ? { assigneeId: query.assignee_id } : {}),
      ...(query.q ? { title: containing(query.q) } : {}),
    };
    return readTasks(context.db, { where: { AND: [filters, where] }, orderBy, take });
  },
});
