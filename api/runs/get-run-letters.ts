import { Readable } from 'node:stream';
import { z } from 'zod';
import { localDate } from '../../domain/calendar/local-time.ts';
import { formatLongDate } from '../../domain/format/date.ts';
import { mergePdfs } from '../../letters/merge-pdfs.ts';
import type { Database } from '../../prisma/client.ts';
import { DUPLEX, PDF } from '../actions/letters-answer.ts';
import { file, stream } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams, queryBoolean } from '../frame/fields.ts';
import { conflicting, erased, notHere } from '../frame/problem.ts';

export const getRunLettersEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/runs/{id}/letters.pdf',
  tag: 'Runs',
  summary: 'Download the letters of a run as one PDF, in the run’s order',
  description:
    'For a mail, the letter attached to it. 409 while some letters are not made yet, and for a run that made none. The file ' +
    'is streamed, however many letters it has. The header `Erased-Letters` says how many letters were erased since together ' +
    'with their customers; 410 when all of them were. ' +
    `With \`duplex=true\` ${DUPLEX}`,
  who: ['collector'],
  params: idParams,
  query: z.strictObject({ duplex: queryBoolean.default(false) }),
  answers: { 200: PDF },
  refusals: [409, 410],
  handle: async ({ params: { id }, query: { duplex: isDuplex }, auth, context: { db } }) => {
    const run = await db.run.findUnique({ where: { id } });
    if (!run) throw notHere();
    const messages = await messagesOf(db, id);
    const isMade = run.takenAt !== null && messages.every(({ status }) => status !== 'reserved');
    if (!isMade && !run.dryRun) throw conflicting('not_made_yet', 'The letters of this run are being made.');
    const { ids, erasedCount } = await withLetter(db, messages);
    const [only] = ids;
    if (!only && erasedCount > 0) throw erased();
    if (!only) throw conflicting('no_letters', 'This run made no letter.');
    const startedOn = localDate(run.createdAt.toISOString(), auth.timeZone);
    const named = { ...PDF, filename: `relances-R${run.level}-${startedOn}.pdf` };
    const title = `Relances R${run.level} du ${formatLongDate(startedOn, 'fr')}`;
    // The stored bytes, exactly as they left.
    const answer =
      ids.length === 1
        ? file({ ...named, bytes: await letterOf(db, only) })
        : stream({ ...named, stream: Readable.from(mergePdfs(lettersOf(db, ids), { title, isDuplex })) });
    if (erasedCount > 0) answer.headers['Erased-Letters'] = String(erasedCount);
    return answer;
  },
});

/** The messages of a run that left or may still leave, each once, in the order of their first invoices. */
async function messagesOf(db: Database, runId: string) {
  const items = await db.runItem.findMany({
    where: { runId, message: { status: { notIn: ['failed', 'cancelled'] } } },
    include: { message: { select: { id: true, status: true } } },
    orderBy: { position: 'asc' },
  });
  return [...new Map(items.flatMap(({ message }) => (message ? [[message.id, message] as const] : []))).values()];
}

/** Those of the messages that have a letter, in the order given, and how many letters were erased. */
async function withLetter(db: Database, messages: readonly { id: string }[]) {
  const ids = messages.map(({ id }) => id);
  const contents = await db.messageContent.findMany({
    where: { messageId: { in: ids }, OR: [{ pdf: { not: null } }, HAD_LETTER] },
    select: { messageId: true, erasedAt: true },
  });
  const left = contents.filter(({ erasedAt }) => erasedAt === null);
  const made = new Set(left.map(({ messageId }) => messageId));
  return { ids: ids.filter((id) => made.has(id)), erasedCount: contents.length - left.length };
}

const HAD_LETTER = { erasedAt: { not: null }, message: { pdfSha256: { not: null } } } as const;

async function letterOf(db: Database, messageId: string): Promise<Uint8Array> {
  const { pdf } = await db.messageContent.findUniqueOrThrow({ where: { messageId }, select: { pdf: true } });
  return pdf!;
}

/** Reads one letter at a time, after the previous one has been sent. */
async function* lettersOf(db: Database, messageIds: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const id of messageIds) yield await letterOf(db, id);
}
