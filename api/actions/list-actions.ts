import { z } from 'zod';
import { ACTION_STATUSES } from '../../domain/actions/action-status.ts';
import { actionsOfCollector, actionsOfStatus, NOT_TAKEN_OVER } from '../../facts/actions/action-filter.ts';
import { type ActionRow, readActions } from '../../facts/actions/action-row.ts';
import { settledBy } from '../../facts/actions/settled-by.ts';
import { ofOrigin } from '../../domain/actions/action-origin.ts';
import { localDate, uuid } from '../../facts/inputs/fields.ts';
import { lettersToPost } from '../../facts/messages/letters/letter-outdated.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import { Channel } from '../../prisma/generated/enums.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { containing } from '../frame/containing.ts';
import { queryAnyOf, queryBoolean, queryCollector, queryInteger, queryText } from '../frame/fields.ts';
import { findFew } from '../frame/find-few.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList, type ListRequest } from '../frame/list.ts';
import { actionBody } from './action-body.ts';
import { listedAction } from './action-schema.ts';
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
  q: queryText.optional(),
};

const OF_MESSAGE = ofOrigin('message');

type Request = ListRequest<typeof filters>;

async function whereOf(request: Request): Promise<Prisma.ActionWhereInput> {
  const { query, at } = request;
  return query.q === undefined
    ? plainWhere(query, at)
    : { AND: [plainWhere(query, at), await textWhere(request, query.q)] };
}

/** Text anywhere in the title, the customer's name and reference, or the search text of the action's invoices. */
async function textWhere({ auth, context: { db } }: Request, q: string): Promise<Prisma.ActionWhereInput> {
  const has = containing(q);
  // Few actions have a title, so it is searched only among those that the other filters leave.
  const few = await findFew(db, q, (pattern) => placesOf(auth.creditorId, pattern));
  return {
    OR: [
      { searchText: has },
      ...(few
        ? [{ id: { in: few } }]
        : [{ customer: { searchText: has } }, { invoices: { some: { invoice: { listing: { searchText: has } } } } }]),
    ],
  };
}

const placesOf = (creditorId: string, pattern: string) => [
  Prisma.sql`SELECT a.id FROM customers c JOIN actions a ON a."customerId" = c.id
    WHERE a."creditorId" = ${creditorId}::uuid AND c."creditorId" = ${creditorId}::uuid AND c."searchText" LIKE ${pattern}`,
  Prisma.sql`SELECT t."actionId" AS id FROM invoice_listings l JOIN action_invoices t ON t."invoiceId" = l."invoiceId"
    WHERE l."creditorId" = ${creditorId}::uuid AND l."searchText" LIKE ${pattern}`,
];

function plainWhere(query: Request['query'], at: Date): Prisma.ActionWhereInput {
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
      NOT_TAKEN_OVER,
      status ? { OR: status.map((one) => actionsOfStatus(one, at)) } : {},
      collectorId ? actionsOfCollector(collectorId === 'none' ? null : collectorId) : {},
      isAboutMessage === undefined ? {} : isAboutMessage ? OF_MESSAGE : { NOT: OF_MESSAGE },
    ],
  };
}

/** The letters of these actions that wait to be posted, by message id. */
function waitingLetters({ auth, at, context: { db } }: Request, rows: readonly ActionRow[]) {
  const messageIds = rows.flatMap(({ state, messageId }) =>
    state === 'open' && messageId !== null ? [messageId] : [],
  );
  return lettersToPost(db, auth.creditorId, messageIds, at);
}

export const listActionsEndpoint = defineList({
  path: '/v1/actions',
  tag: 'Actions',
  summary: 'List the agenda: what leaves, what waits for a person, and what was done',
  who: ['collector'],
  filters,
  sorts: {
    due_on: { column: 'dueOn', type: 'date' },
    due_at: { column: 'dueAt', type: 'instant' },
    created_at: { column: 'createdAt', type: 'instant' },
    settled_at: { column: 'settledAt', type: 'instant', nullable: true },
  },
  defaultSort: 'due_on',
  row: listedAction,
  description:
    'A step that a reminder by hand or of a run has taken over is not listed while that message is on its way. `q` searches the title, the customer, and the numbers and case files of the invoices. `letter_outdated`: the letter ' +
    'that waits to be posted should be made again before it is printed, because half of its time to pay has passed ' +
    '(`deadline_near`), the company has another address or bank account (`company_changed`), or another item of the account ' +
    'that it quotes has changed (`account_changed`).',
  read: async (request, page) => {
    const { where, orderBy, take } = keyset(page);
    const moment = momentOf(request);
    const rows = await readActions(request.context.db, {
      where: { AND: [await whereOf(request), where] },
      orderBy,
      take,
    });
    const letters = await waitingLetters(request, rows);
    const settlers = await settledBy(request.context.db, rows);
    return rows.map((row) => ({
      ...actionBody(row, moment),
      letter_outdated: letters.get(row.messageId ?? '')?.outdated ?? null,
      settled_by: settlers.get(row.id) ?? null,
    }));
  },
  count: async (request) => request.context.db.action.count({ where: await whereOf(request) }),
});
