import { mergePdfs } from '../../letters/merge-pdfs.ts';
import type { Database } from '../../prisma/client.ts';
import { file } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { conflicting, notHere } from '../frame/problem.ts';

const PDF = { contentType: 'application/pdf' };

export const getRunLettersEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/runs/{id}/letters.pdf',
  tag: 'Runs',
  summary: 'The letters of a run as one PDF, in the run’s order',
  description: 'A mail gives the letter attached to it. 409 while they are not all made, and of a run that made none.',
  who: ['collector'],
  params: idParams,
  answers: { 200: PDF },
  refusals: [409],
  handle: async ({ params: { id }, context: { db } }) => {
    const run = await db.run.findUnique({ where: { id } });
    if (!run) throw notHere();
    const messages = await messagesOf(db, id);
    const isMade = run.takenAt !== null && messages.every(({ status }) => status !== 'reserved');
    if (!isMade && !run.dryRun) throw conflicting('not_made_yet', 'The letters of this run are being made.');
    const letters = await lettersOf(db, messages);
    const [only] = letters;
    if (!only) throw conflicting('no_letters', 'This run made no letter.');
    const bytes = letters.length === 1 ? only : await mergePdfs(letters);
    return file({ ...PDF, bytes, filename: `relances-R${run.level}.pdf` });
  },
});

/** The messages of a run that left or may still leave, each once, in the order of its first invoice. */
async function messagesOf(db: Database, runId: string) {
  const items = await db.runItem.findMany({
    where: { runId, message: { status: { notIn: ['failed', 'cancelled'] } } },
    include: { message: { select: { id: true, status: true } } },
    orderBy: { position: 'asc' },
  });
  return [...new Map(items.flatMap(({ message }) => (message ? [[message.id, message] as const] : []))).values()];
}

async function lettersOf(db: Database, messages: readonly { id: string }[]): Promise<Uint8Array[]> {
  const ids = messages.map(({ id }) => id);
  const contents = await db.messageContent.findMany({
    where: { messageId: { in: ids } },
    select: { messageId: true, pdf: true },
  });
  const byId = new Map(contents.map(({ messageId, pdf }) => [messageId, pdf]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
