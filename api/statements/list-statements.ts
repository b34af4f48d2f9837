import { MessageOrigin } from '../../prisma/generated/enums.ts';
import { idParams } from '../frame/fields.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { notHere } from '../frame/problem.ts';
import { readMessages } from '../messages/message-body.ts';
import { statementView, viewStatement } from './statement-view.ts';

const matching = (thirdPartyId: string) => ({ thirdPartyId, origin: MessageOrigin.statement });

export const listStatementsEndpoint = defineList({
  path: '/v1/third-parties/{id}/statements',
  tag: 'Third parties',
  summary: 'List all statements that a referrer or a notary was sent, newest first',
  who: ['collector'],
  params: idParams,
  filters: {},
  sorts: { created_at: { column: 'reservedAt', type: 'instant' } },
  defaultSort: '-created_at',
  row: statementView,
  read: async ({ params: { id }, context }, page) => {
    if (!(await context.db.thirdParty.findUnique({ where: { id }, select: { id: true } }))) throw notHere();
    const { where, orderBy, take } = keyset(page);
    const rows = await readMessages(context.db, { where: { AND: [matching(id), where] }, orderBy, take });
    return rows.map(viewStatement);
  },
  count: ({ params: { id }, context }) => context.db.message.count({ where: matching(id) }),
});
