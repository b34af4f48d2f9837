import { z } from 'zod';
import { Channel, MessageStatus } from '../../prisma/generated/enums.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { OPEN_RETURNS } from '../../facts/messages/returns/open-returns.ts';
import { localDate, uuid } from '../../facts/inputs/fields.ts';
import { instantAt, startOfDayAfter } from '../../domain/calendar/local-time.ts';
import { containing } from '../frame/containing.ts';
import { queryAnyOf, queryBoolean, queryInteger, queryText } from '../frame/fields.ts';
import { findFew } from '../frame/find-few.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList, type ListRequest } from '../frame/list.ts';
import { aroundOf, messageBody, readMessages } from './message-body.ts';
import { message } from './message-schema.ts';

const filters = {
  invoice_id: uuid.optional(),
  customer_id: uuid.optional(),
  run_id: uuid.optional(),
  kind: z.enum(Channel).optional(),
  level: queryInteger(0, 9).optional(),
  status: queryAnyOf(Object.values(MessageStatus)).optional(),
  test: queryBoolean.optional(),
  waiting: queryBoolean.optional(),
  open_return: queryBoolean.optional(),
  from_on: localDate.optional(),
  until_on: localDate.optional(),
  q: queryText.optional(),
};

type Request = ListRequest<typeof filters>;

async function whereOf(request: Request): Promise<Prisma.MessageWhereInput> {
  const { waiting, open_return: isOpenReturn, q } = request.query;
  return {
    AND: [
      plainWhere(request.query),
      // Messages that wait for their next try, or for the sending line to open.
      waiting === undefined ? {} : { nextTryAt: waiting ? { not: null } : null },
      isOpenReturn === undefined ? {} : isOpenReturn ? OPEN_RETURNS : { NOT: OPEN_RETURNS },
      q === undefined ? {} : await textWhere(request, q),
      periodWhere(request),
    ],
  };
}

function plainWhere(query: Request['query']): Prisma.MessageWhereInput {
  const { invoice_id: invoiceId, customer_id: customerId, run_id: runId, kind, level, status, test } = query;
  return {
    ...(invoiceId ? { items: { some: { invoiceId } } } : {}),
    ...(customerId ? { OR: [{ customerId }, { items: { some: { invoice: { customerId } } } }] } : {}),
    ...(runId ? { runId } : {}),
    ...(kind ? { kind } : {}),
    ...(level === undefined ? {} : { level }),
    ...(status ? { status: { in: status } } : {}),
    ...(test === undefined ? {} : { test }),
  };
}

/**
 * Text anywhere in the customer's name and reference, the subject, or the search text of its invoices; or a complete
 * recipient.
 */
async function textWhere({ auth, context: { db } }: Request, q: string): Promise<Prisma.MessageWhereInput> {
  const few = await findFew(db, q, (pattern) => placesOf(auth.creditorId, q, pattern));
  if (few) return { id: { in: few } };
  const has = containing(q);
  return {
    OR: [
      { customer: { searchText: has } },
      { searchText: has },
      { recipients: { has: q } },
      { items: { some: { information: false, invoice: { listing: { searchText: has } } } } },
    ],
  };
}

const placesOf = (creditorId: string, q: string, pattern: string) => [
  Prisma.sql`SELECT m.id FROM customers c JOIN messages m ON m."customerId" = c.id
    WHERE m."creditorId" = ${creditorId}::uuid AND c."creditorId" = ${creditorId}::uuid AND c."searchText" LIKE ${pattern}`,
  Prisma.sql`SELECT id FROM messages WHERE "creditorId" = ${creditorId}::uuid AND "searchText" LIKE ${pattern}`,
  Prisma.sql`SELECT id FROM messages WHERE "creditorId" = ${creditorId}::uuid AND recipients @> ARRAY[${q}]::text[]`,
  Prisma.sql`SELECT t."messageId" AS id FROM invoice_listings l JOIN message_items t ON t."invoiceId" = l."invoiceId"
    WHERE l."creditorId" = ${creditorId}::uuid AND l."searchText" LIKE ${pattern} AND NOT t.information`,
];

/** The creditor's local days, both included, compared with the instant by which the list is sorted. */
function periodWhere({ query, auth: { timeZone } }: Request): Prisma.MessageWhereInput {
  const { from_on: fromOn, until_on: untilOn } = query;
  if (fromOn === undefined && untilOn === undefined) return {};
  return {
    reservedAt: {
      ...(fromOn === undefined ? {} : { gte: instantAt(fromOn, 0, timeZone) }),
      ...(untilOn === undefined ? {} : { lt: startOfDayAfter(untilOn, timeZone) }),
    },
  };
}

export const listMessagesEndpoint = defineList({
  path: '/v1/messages',
  tag: 'Messages',
  summary: 'List all that was sent or was about to be, newest first',
  who: ['collector'],
  filters,
  sorts: {
    reserved_at: { column: 'reservedAt', type: 'instant' },
    sent_at: { column: 'sentAt', type: 'instant', nullable: true },
  },
  defaultSort: '-reserved_at',
  row: message,
  description:
    '`q` searches the customer, subject, invoice numbers and recipients; `from_on` and `until_on` are local days of ' +
    '`reserved_at`. `waiting=true`: messages that have not been sent yet and wait for a try (`waits` says why). ' +
    '`open_return=true`: mails that bounced temporarily (a full mailbox…) and that nobody has dealt with yet; they leave ' +
    'this list when the address accepts another mail, the contact is corrected, the cases end, or `POST ' +
    '/messages/{id}/dismiss` is called. Mails that bounced for good have a task in `/actions`.',
  read: async (request, page) => {
    const { where, orderBy, take } = keyset(page);
    const all = { AND: [await whereOf(request), where] };
    const around = aroundOf(request);
    const rows = await readMessages(request.context.db, { where: all, orderBy, take });
    return rows.map((row) => messageBody(row, around));
  },
  count: async (request) => request.context.db.message.count({ where: await whereOf(request) }),
});
