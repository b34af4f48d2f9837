import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Ledger } from './ledger.ts';
import { isAddressedTo } from './mail-record.ts';
import type { MailSummary } from './mail-record.ts';
import { sendProblem } from './problem.ts';

const listQuery = z.strictObject({
  /** Exact address of a main recipient. */
  to: z.string().max(998).optional(),
  /** Part of a recipient, or of the subject. */
  q: z.string().max(200).optional(),
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(1000))
    .optional(),
  /** The `next_before` of the previous page. */
  before: z.string().max(100).optional(),
  /** Without html and text. */
  summary: z.enum(['true', 'false']).optional(),
});

function matches(mail: MailSummary, { to, q }: z.infer<typeof listQuery>): boolean {
  if (to !== undefined && to !== '' && !isAddressedTo(mail, to)) return false;
  if (q === undefined || q === '') return true;
  return [...mail.to, ...mail.cc, mail.subject].some((text) => text.toLowerCase().includes(q.toLowerCase()));
}

/** Writes the list while reading it from the disk, so that thousands of whole mails are never in memory together. */
async function writeList(ledger: Ledger, mails: MailSummary[], whole: boolean, response: Response): Promise<void> {
  response.write('{"data":[');
  for (const [index, mail] of mails.entries()) {
    const json = whole ? await ledger.readJson(mail.id) : JSON.stringify(mail);
    if (index > 0) response.write(',');
    const room = response.write(json);
    if (!room) await new Promise<void>((go) => void response.once('drain', go).once('close', go));
    if (response.destroyed) return;
  }
}

/** `GET /messages`: newest first; all of them unless `limit` is given. */
export function listMessages(ledger: Ledger): RequestHandler {
  return async (request, response) => {
    const query = listQuery.safeParse(request.query);
    if (!query.success) return sendProblem(response, 400, z.prettifyError(query.error));
    const { limit, before, summary } = query.data;
    const found: MailSummary[] = [];
    let nextBefore: string | null = null;
    for (const mail of ledger.newestFirst(before)) {
      if (!matches(mail, query.data)) continue;
      if (found.length === limit) {
        nextBefore = found.at(-1)?.id ?? null;
        break;
      }
      found.push(mail);
    }
    response.status(200).type('application/json');
    await writeList(ledger, found, summary !== 'true', response);
    response.end(`],"next_before":${JSON.stringify(nextBefore)},"total":${ledger.size}}`);
  };
}

/** `GET /messages/{id}`: the whole mail. */
export function getMessage(ledger: Ledger): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const json = await ledger.readJson(request.params.id);
    if (json === undefined) return sendProblem(response, 404, 'No such mail.');
    response.type('application/json').send(json);
  };
}

/**
 * `GET /messages/{id}/html`: the mail as its reader sees it, with nothing in it that can run or load; its links open in
 * another tab.
 */
export function getMessageHtml(ledger: Ledger): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const mail = await ledger.read(request.params.id);
    if (mail === undefined) return sendProblem(response, 404, 'No such mail.');
    response.set(
      'Content-Security-Policy',
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
    );
    response.type('text/html; charset=utf-8').send(mail.html.replace(/<head[^>]*>/i, '$&<base target="_blank">'));
  };
}
