import { Readable } from 'node:stream';
import { z } from 'zod';
import { type ActionRow, readActions } from '../../facts/actions/action-row.ts';
import { draftAsItLeaves } from '../../facts/actions/draft-action.ts';
import { uuid } from '../../facts/inputs/fields.ts';
import { mergePdfs } from '../../letters/merge-pdfs.ts';
import { renderLetter } from '../../letters/render-letter.ts';
import { type Answer, file, stream } from '../frame/answer.ts';
import { defineEndpoint, type EndpointRequest } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { conflicting, notHere } from '../frame/problem.ts';

const PDF = { contentType: 'application/pdf' };
const MOST_IN_QUERY = 100;
const MOST = 500;

const queryIds = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(uuid).min(1).max(MOST_IN_QUERY))
  .meta({ override: { type: 'string', description: 'Ids of actions, parted by commas.' } });

export const getLettersEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/actions/letters.pdf',
  tag: 'Actions',
  summary: 'The letters of actions as one PDF, in the order given',
  description: 'The letter as it was made, else as it would be made now. A mail gives its letter.',
  who: ['collector'],
  query: z.strictObject({ ids: queryIds }),
  answers: { 200: PDF },
  refusals: [404, 409],
  handle: (request) => answerLetters(request, request.query.ids),
});

export const postLettersEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/letters.pdf',
  tag: 'Actions',
  summary: 'The same for many actions',
  who: ['collector'],
  body: z.strictObject({ ids: z.array(uuid).min(1).max(MOST) }),
  answers: { 200: PDF },
  refusals: [404],
  handle: (request) => answerLetters(request, request.body.ids),
});

async function answerLetters(request: EndpointRequest, given: readonly string[]): Promise<Answer> {
  const ids = [...new Set(given)];
  const rows = await readActions(request.context.db, { where: { id: { in: ids } } });
  const letters: Uint8Array[] = [];
  for (const id of ids) {
    const row = rows.find((one) => one.id === id);
    if (!row) throw notHere();
    letters.push(await letterOf(request, row));
  }
  const [only] = letters;
  if (letters.length === 1 && only) return file({ ...PDF, bytes: only });
  return stream({ ...PDF, stream: Readable.from(mergePdfs(letters)) });
}

/** The bytes that were made, else the draft drawn now. */
async function letterOf(request: EndpointRequest, row: ActionRow): Promise<Uint8Array> {
  const { context } = request;
  const made = row.messageId && (await context.db.messageContent.findUnique({ where: { messageId: row.messageId } }));
  if (made && made.pdf) return made.pdf;
  const draft = await draftAsItLeaves(context.db, row, factContext(request));
  if (!draft || draft.kind === 'sms') throw conflicting('no_letter', `Action ${row.id} has no letter.`);
  return renderLetter(draft.texts.letter, draft.content);
}
