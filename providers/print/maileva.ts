import { z } from 'zod';
import { failedCall, type FailedCall, isSuccess } from '../http-status.ts';
import { recipientBody, sendingBody, serviceOf } from './maileva-letter.ts';
import { findSendings, readSending } from './maileva-sendings.ts';
import { type MailevaOptions, type MailevaRequest, mailevaSaid, MailevaSession } from './maileva-session.ts';
import { askMaileva } from './maileva-state.ts';
import type { LetterOutcome, OutgoingLetter, PrintProvider } from './port.ts';

const created = z.object({ id: z.string().min(1) });

/**
 * Maileva (La Poste): registered_mail/v4 and mail/v2. It has no idempotency key, but a sending is a draft until it is
 * submitted, and nothing is printed of a draft: only the submission can leave a doubt. A repeated try first looks at the
 * sendings under our reference. A sending that is no draft was submitted. A draft is deleted before a new one is made, and
 * only drafts can be deleted, so a letter is never submitted twice. When no earlier submission is in doubt, a draft that
 * cannot be found or deleted is left behind: nobody prints it.
 */
export function createMaileva(options: MailevaOptions): PrintProvider {
  const session = new MailevaSession(options);
  return {
    name: 'maileva',
    submit: (letter, signal) => submit(session, letter, signal),
    ask: (query, signal) => askMaileva(session, query, signal),
  };
}

async function submit(session: MailevaSession, letter: OutgoingLetter, signal: AbortSignal): Promise<LetterOutcome> {
  const service = serviceOf(letter.kind);
  if (!service)
    return { kind: 'refused', code: 'kind_not_offered', detail: `No ${letter.kind} letters at this provider.` };
  const earlier = letter.isRetry ? await clearEarlier(session, service, letter, signal) : null;
  if (earlier && (letter.isUnsure || earlier !== UNSURE)) return earlier;
  const draft = await makeDraft(session, service, letter, signal);
  if (typeof draft !== 'string') return draft;
  // A try that was given up must not submit any more: the next one may have begun.
  if (signal.aborted) return OUT_OF_TIME;
  const path = `${service}/sendings/${draft}/submit`;
  const { at, exchange } = await session.call({ method: 'POST', path }, signal);
  if (exchange.kind === 'answered' && isSuccess(exchange.status)) return accepted(draft);
  const failed = failedCall(exchange, mailevaSaid(exchange.kind === 'answered' ? exchange.body : null));
  if (failed.code === 'SENDING_STATUS_IS_NOT_DRAFT') return accepted(draft);
  return at === 'token' ? notSubmitted(failed) : failed;
}

const accepted = (reference: string): LetterOutcome => ({ kind: 'accepted', reference, postageCents: null });

const OUT_OF_TIME: FailedCall = {
  kind: 'not_accepted',
  code: 'timeout',
  detail: 'The letter could not be made in the time allowed; it was not submitted.',
  retryAfterMs: null,
};

/** Nothing was submitted, so the letter has certainly not left, however the call ended. */
function notSubmitted(failed: FailedCall): FailedCall {
  if (failed.kind !== 'unknown') return failed;
  return { kind: 'not_accepted', code: failed.code, detail: failed.detail, retryAfterMs: null };
}

/** Clears up after an earlier try. Returns null when nothing of it is left and the letter may be made again. */
async function clearEarlier(
  session: MailevaSession,
  service: string,
  { reference, isUnsure }: OutgoingLetter,
  signal: AbortSignal,
): Promise<LetterOutcome | null> {
  const sendings = await findSendings(session, service, reference, signal, isUnsure ? undefined : 1);
  if (!sendings) return UNSURE;
  const submitted = sendings.find(({ status }) => status !== 'DRAFT');
  if (submitted) return accepted(submitted.id);
  for (const { id } of sendings) {
    const path = `${service}/sendings/${id}`;
    const { exchange } = await session.call({ method: 'DELETE', path }, signal);
    const isGone = exchange.kind === 'answered' && (exchange.status === 204 || exchange.status === 404);
    if (isGone) continue;
    const now = await readSending(session, path, signal);
    return now && now.status !== 'DRAFT' ? accepted(id) : UNSURE;
  }
  return null;
}

const UNSURE: LetterOutcome = {
  kind: 'unknown',
  code: 'earlier_try_unknown',
  detail: 'The provider could not be asked whether an earlier try had passed.',
};

/**
 * Makes a draft of the letter with its document and its recipient, and returns its id. When a part fails, the draft is
 * deleted.
 */
async function makeDraft(
  session: MailevaSession,
  service: string,
  letter: OutgoingLetter,
  signal: AbortSignal,
): Promise<string | FailedCall> {
  const sending = await make(
    session,
    { method: 'POST', path: `${service}/sendings`, json: sendingBody(letter) },
    signal,
  );
  if (typeof sending !== 'string') return sending;
  const form = new FormData();
  form.append('metadata', JSON.stringify({ priority: 1, name: 'courrier.pdf' }));
  form.append('document', new Blob([new Uint8Array(letter.pdf)], { type: 'application/pdf' }), 'courrier.pdf');
  const path = `${service}/sendings/${sending}`;
  const parts: MailevaRequest[] = [
    { method: 'POST', path: `${path}/documents`, form },
    { method: 'POST', path: `${path}/recipients`, json: recipientBody(letter) },
  ];
  for (const part of parts) {
    const made = await make(session, part, signal);
    if (typeof made === 'string') continue;
    await session.call({ method: 'DELETE', path }, signal);
    return made;
  }
  return sending;
}

async function make(
  session: MailevaSession,
  request: MailevaRequest,
  signal: AbortSignal,
): Promise<string | FailedCall> {
  const { at, exchange } = await session.call(request, signal);
  const body = exchange.kind === 'answered' ? exchange.body : undefined;
  const read = created.safeParse(body);
  if (at === 'call' && exchange.kind === 'answered' && exchange.status === 201 && read.success) return read.data.id;
  const failed = notSubmitted(failedCall(exchange, mailevaSaid(body)));
  return at === 'token' && failed.kind === 'refused' ? { ...failed, kind: 'misconfigured' } : failed;
}
