import { Readable } from 'node:stream';
import { localDate } from '../../domain/calendar/local-time.ts';
import { formatLongDate } from '../../domain/format/date.ts';
import { type ActionRow, readActions } from '../../facts/actions/action-row.ts';
import { draftAction, draftAsItLeaves } from '../../facts/actions/draft-action.ts';
import { isOfCustomer } from '../../facts/actions/of-customer.ts';
import type { LetterEdits } from '../../facts/inputs/sending.ts';
import { type Draft, DRAFT_CHANGED } from '../../facts/messages/drawing/draft.ts';
import { letterToPost } from '../../facts/messages/letters/letter-outdated.ts';
import { acceptOwnWords } from '../../facts/messages/texts/own-words.ts';
import { mergePdfs } from '../../letters/merge-pdfs.ts';
import { renderLetter } from '../../letters/render-letter.ts';
import type { Database } from '../../prisma/client.ts';
import { type Answer, file, stream } from '../frame/answer.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { notHere, Problem } from '../frame/problem.ts';

export const PDF = { contentType: 'application/pdf' };

/** Ends a sentence that begins with the name of the parameter. */
export const DUPLEX =
  'the file is to be printed on both sides: a blank page follows each letter with an odd number of pages, but the last.';

/**
 * Why a letter cannot be had, the most permanent reason first: the caller can leave those letters out and ask for the
 * others again.
 */
const FAULTS = {
  erased: ['This letter was erased with the customer’s personal data.', 'Ask for the others alone.'],
  no_letter: ['This action has no letter.', 'Ask for the others alone.'],
  letter_outdated: [
    'This letter grew old before it was posted, or what it says of the company or of the account is no longer so.',
    'Make it anew, or ask for it alone.',
  ],
  draft_changed: [DRAFT_CHANGED, 'Look at its draft, and correct it anew.'],
  not_made_yet: ['The letter is being made.', 'Ask again in a moment.'],
} as const;
type FaultCode = keyof typeof FAULTS;

type Draw = () => Uint8Array | Promise<Uint8Array>;

/** What the caller adds: corrected texts, whether outdated letters are refused, and whether both sides are printed. */
interface Asked {
  edits?: readonly LetterEdits[] | undefined;
  refusesOutdated?: boolean | undefined;
  isDuplex?: boolean | undefined;
}

/**
 * Answers with the letters of these actions in this order. When one cannot be had it answers with none and throws a Problem
 * that names each of them.
 */
export async function answerLetters(
  request: EndpointRequest,
  given: readonly string[],
  { edits = [], refusesOutdated = false, isDuplex = false }: Asked = {},
): Promise<Answer> {
  const ids = [...new Set(given)];
  const rows = await readActions(request.context.db, { where: { id: { in: ids } } });
  const draws: Draw[] = [];
  const missing: { fault: FaultCode; pointer: string }[] = [];
  for (const id of ids) {
    const row = rows.find((one) => one.id === id);
    if (!row) throw notHere();
    const own = edits.find((one) => one.id === id);
    const isOld = refusesOutdated && (await isOutdated(request, row));
    const letter = isOld ? 'letter_outdated' : await letterOf(request, row, own);
    if (typeof letter === 'string') missing.push({ fault: letter, pointer: `/ids/${given.indexOf(id)}` });
    else draws.push(letter);
  }
  refuseMissing(missing);
  const letters: Uint8Array[] = [];
  for (const draw of draws) letters.push(await draw());
  const [only] = letters;
  if (letters.length === 1 && only) return file({ ...PDF, bytes: only });
  const today = localDate(request.at.toISOString(), request.auth.timeZone);
  const title = `Courriers du ${formatLongDate(today, 'fr')}`;
  return stream({ ...PDF, stream: Readable.from(mergePdfs(letters, { title, isDuplex })) });
}

async function isOutdated({ context, auth, at }: EndpointRequest, { state, messageId }: ActionRow): Promise<boolean> {
  if (state !== 'open') return false;
  const letter = await letterToPost(context.db, auth.creditorId, messageId, at);
  return letter !== null && letter.outdated !== null;
}

/**
 * Returns the stored PDF, or else a function that draws it, with the caller's corrections if any; or the reason why there
 * is no letter.
 */
async function letterOf(
  request: EndpointRequest,
  row: ActionRow,
  own: LetterEdits | undefined,
): Promise<Draw | FaultCode> {
  const { db } = request.context;
  if (row.messageId !== null) return madeLetter(db, row.messageId);
  const draft = own ? await correctedDraft(request, row, own) : await draftAsItLeaves(db, row, factContext(request));
  if (!draft || draft.kind === 'sms') return 'no_letter';
  const isOld = own?.draft_version !== undefined && own.draft_version !== draft.version;
  return isOld ? 'draft_changed' : () => renderLetter(draft.texts.letter, draft.content);
}

/** A confirmed letter is printed with the text that was confirmed, never redrawn from the plan. */
async function madeLetter(db: Database, messageId: string): Promise<Draw | FaultCode> {
  const { status, pdfSha256, content } = await db.message.findUniqueOrThrow({
    where: { id: messageId },
    select: { status: true, pdfSha256: true, content: { select: { pdf: true, erasedAt: true } } },
  });
  const pdf = content?.pdf;
  if (pdf) return () => pdf;
  if (content?.erasedAt && pdfSha256 !== null) return 'erased';
  return status === 'reserved' ? 'not_made_yet' : 'no_letter';
}

/** As `POST /v1/actions/{id}/draft` shows it. */
async function correctedDraft(request: EndpointRequest, row: ActionRow, own: LetterEdits): Promise<Draft | null> {
  if (!isOfCustomer(row)) return null;
  const { id: _, draft_version: _version, ...words } = own;
  const { db } = request.context;
  return draftAction(db, row, factContext(request), await acceptOwnWords(db, row.customerId, words));
}

function refuseMissing(missing: readonly { fault: FaultCode; pointer: string }[]): void {
  for (const code of Object.keys(FAULTS) as FaultCode[]) {
    const [detail, fix] = FAULTS[code];
    const errors = missing.flatMap(({ fault, pointer }) => (fault === code ? [{ pointer, detail, fix }] : []));
    if (errors.length > 0) throw new Problem(code === 'erased' ? 410 : 409, code, detail, { errors });
  }
}
