import type { RequestHandler } from 'express';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import type { Ledger } from './ledger.ts';
import type { MailSummary } from './mail-record.ts';
import { sendProviderError } from './provider-error.ts';

const LOGS = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

const logIdOf = (mail: MailSummary): string => uuidv5(mail.id, LOGS);

const cursor = z.string().min(1).optional();
const pageQuery = z
  .object({ limit: z.coerce.number().int().min(1).max(100).default(20), after: cursor, before: cursor })
  .refine(({ after, before }) => after === undefined || before === undefined, {
    path: ['before'],
    message: 'cannot be used with `after`',
  });

/**
 * A page of the accepted mails, newest first, in the provider's form: the mails after `after` in the list, or those just
 * before `before`. With an unknown cursor the list begins at its start.
 */
function page(ledger: Ledger, query: z.output<typeof pageQuery>, idOf: (mail: MailSummary) => string) {
  const mails = [...ledger.newestFirst()];
  const at = (id: string) => mails.findIndex((mail) => idOf(mail) === id);
  if (query.before !== undefined && at(query.before) !== -1) {
    const end = at(query.before);
    const start = Math.max(end - query.limit, 0);
    return { mails: mails.slice(start, end), hasMore: start > 0 };
  }
  const start = query.after === undefined ? 0 : at(query.after) + 1;
  return { mails: mails.slice(start, start + query.limit), hasMore: mails.length > start + query.limit };
}

/** `2026-03-12 08:00:00.123+00`, as the provider writes instants. */
const instantOf = (iso: string): string => iso.replace('T', ' ').replace('Z', '+00');

const emailOf = ({ id, to, cc, bcc, from, subject, ...mail }: MailSummary) => ({
  object: 'email',
  id,
  message_id: `<${id}@mailbox.example>`,
  to,
  cc,
  bcc,
  reply_to: mail.reply_to,
  from,
  subject,
  created_at: instantOf(mail.accepted_at),
  last_event: 'sent',
});

const logOf = (mail: MailSummary) => ({
  id: logIdOf(mail),
  created_at: instantOf(mail.accepted_at),
  endpoint: '/emails',
  method: 'POST',
  response_status: 200,
  user_agent: null,
});

type IdOf = (mail: MailSummary) => string;
type RowOf = (mail: MailSummary) => object;

const listOf =
  (ledger: Ledger, idOf: IdOf, rowOf: RowOf): RequestHandler =>
  (request, response) => {
    const query = pageQuery.safeParse(request.query);
    if (!query.success) return sendProviderError(response, 422, 'validation_error', z.prettifyError(query.error));
    const { mails, hasMore } = page(ledger, query.data, idOf);
    response.json({ object: 'list', has_more: hasMore, data: mails.map(rowOf) });
  };

/** `GET /emails` of the provider's API: without tags and keys. */
export const listEmails = (ledger: Ledger): RequestHandler => listOf(ledger, (mail) => mail.id, emailOf);

/** `GET /emails/{id}` of the provider's API: one mail with its text. */
export function getEmail(ledger: Ledger): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const mail = await ledger.read(request.params.id);
    if (mail === undefined) return sendProviderError(response, 404, 'not_found', 'Email not found');
    response.json({ ...emailOf(mail), html: mail.html, text: mail.text });
  };
}

/** `GET /logs`: the calls that were accepted. */
export const listLogs = (ledger: Ledger): RequestHandler => listOf(ledger, logIdOf, logOf);

/** `GET /logs/{id}`: the request and the answer of one call. */
export function getLog(ledger: Ledger): RequestHandler<{ id: string }> {
  return (request, response) => {
    const mail = [...ledger.newestFirst()].find((one) => logIdOf(one) === request.params.id);
    if (mail === undefined) return sendProviderError(response, 404, 'not_found', 'Log not found');
    const { from, to, subject, tags, id } = mail;
    response.json({
      object: 'log',
      ...logOf(mail),
      request_body: { from, to, subject, tags },
      response_body: { id },
    });
  };
}
