import type { Database } from '../../prisma/client.ts';
import { MessageOrigin } from '../../prisma/generated/enums.ts';
import { file, ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { erased, notHere } from '../frame/problem.ts';
import { readMessages } from '../messages/message-body.ts';
import { statementView, viewStatement } from './statement-view.ts';

const PDF = { contentType: 'application/pdf' };
const about = { method: 'GET', tag: 'Third parties', who: ['collector'], params: idParams } as const;

export const getStatementEndpoint = defineEndpoint({
  ...about,
  path: '/v1/statements/{id}',
  summary: 'Get a statement',
  answers: { 200: statementView },
  handle: async ({ params: { id }, context: { db } }) => ok(viewStatement(await readStatementRow(db, id))),
});

export const getStatementPdfEndpoint = defineEndpoint({
  ...about,
  path: '/v1/statements/{id}.pdf',
  summary: 'Download a statement as it was sent: the stored bytes',
  description: '404 while it is not made yet; 410 once a customer who stood in it was erased.',
  refusals: [410],
  answers: { 200: PDF },
  handle: async ({ params: { id }, context: { db } }) => {
    await readStatementRow(db, id);
    const content = await db.messageContent.findUnique({
      where: { messageId: id },
      select: { pdf: true, erasedAt: true },
    });
    if (content?.erasedAt) throw erased();
    if (!content?.pdf) throw notHere();
    return file({ ...PDF, bytes: content.pdf });
  },
});

async function readStatementRow(db: Database, id: string) {
  const [row] = await readMessages(db, { where: { id, origin: MessageOrigin.statement } });
  if (!row) throw notHere();
  return row;
}
