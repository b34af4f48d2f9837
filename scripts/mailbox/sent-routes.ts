import type { RequestHandler } from 'express';
import { v5 as uuidv5 } from 'uuid';
import type { Ledger } from './ledger.ts';
import type { MailSummary } from './mail-record.ts';
import { sendProviderError } from './provider-error.ts';

const LOGS = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

const logIdOf = (mail: MailSummary): string => uuidv5(mail.id, LOGS);

/** A page of what was accepted, newest first, in the provider's form: `limit` (1–100), `after` the last id of the page before. */
function page(ledger: Ledger, query: Record<string, unknown>, idOf: (mail: MailSummary) => string) {
  const limit = Math.min(Math.max(Number(query['limit'] ?? 20) || 20, 1), 100);
  const mails = [...ledger.newestFirst()];
  const from = query['after'] === undefined ? 0 : mails.findIndex((mail) => idOf(mail) === query['after']) + 1;
  return { mails: mails.slice(from, from + limit), hasMore: mails.length > from + limit };
}

const emailOf = ({ id, to, from, subject, accepted_at: createdAt }: MailSummary) => ({
  object: 'email',
  id,
  to,
  from,
  subject,
  created_at: createdAt,
  last_event: 'sent',
});

const logOf = (mail: MailSummary) => ({
  id: logIdOf(mail),
  created_at: mail.accepted_at,
  endpoint: '/emails',
  method: 'POST',
  response_status: 200,
  user_agent: null,
});

/** `GET /emails` of the provider's contract: neither tags nor keys are in it. */
export function listEmails(ledger: Ledger): RequestHandler {
  return (request, response) => {
    const { mails, hasMore } = page(ledger, request.query, (mail) => mail.id);
    response.json({ object: 'list', has_more: hasMore, data: mails.map(emailOf) });
  };
}

/** `GET /logs`: the calls that were accepted. */
export function listLogs(ledger: Ledger): RequestHandler {
  return (request, response) => {
    const { mails, hasMore } = page(ledger, request.query, logIdOf);
    response.json({ object: 'list', has_more: hasMore, data: mails.map(logOf) });
  };
}

/** `GET /logs/{id}`: what was asked for in that call, and what was answered. */
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
