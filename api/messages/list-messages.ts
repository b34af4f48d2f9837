import { z } from 'zod';
import { Channel, MessageStatus } from '../../prisma/generated/enums.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { queryBoolean, queryInteger, uuid } from '../frame/fields.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { messageBody, readMessages } from './message-body.ts';
import { message } from './message-schema.ts';

const filters = {
  invoice_id: uuid.optional(),
  customer_id: uuid.optional(),
  run_id: uuid.optional(),
  kind: z.enum(Channel).optional(),
  level: queryInteger(0, 3).optional(),
  status: z.enum(MessageStatus).optional(),
  test: queryBoolean.optional(),
};

function whereOf(query: z.output<z.ZodObject<typeof filters>>): Prisma.MessageWhereInput {
  const { invoice_id: invoiceId, customer_id: customerId, run_id: runId, kind, level, status, test } = query;
  return {
    ...(invoiceId ? { items: { some: { invoiceId } } } : {}),
    ...(customerId ? { customerId } : {}),
    ...(runId ? { runId } : {}),
    ...(kind ? { kind } : {}),
    ...(level === undefined ? {} : { level }),
    ...(status ? { status } : {}),
    ...(test === undefined ? {} : { test }),
  };
}

export const listMessagesEndpoint = defineList({
  path: '/v1/messages',
  tag: 'Messages',
  summary: 'All that was sent or was about to be, newest first',
  who: ['collector'],
  filters,
  sorts: {
    reserved_at: { column: 'reservedAt', type: 'instant' },
    sent_at: { column: 'sentAt', type: 'instant', nullable: true },
  },
  defaultSort: '-reserved_at',
  row: message,
  read: async ({ query, context }, page) => {
    const { where, orderBy, take } = keyset(page);
    const rows = await readMessages(context.db, { where: { AND: [whereOf(query), where] }, orderBy, take });
    return rows.map(messageBody);
  },
  count: ({ context, query }) => context.db.message.count({ where: whereOf(query) }),
});
