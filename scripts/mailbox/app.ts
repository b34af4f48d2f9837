import { fileURLToPath } from 'node:url';
import express from 'express';
import { isOwnHost } from '../../config/own-hosts.ts';
import { Acceptor } from './acceptance.ts';
import { getAttachment } from './attachment-route.ts';
import { postEmail } from './emails-route.ts';
import { Faults } from './faults.ts';
import { getFaults, postFault } from './faults-routes.ts';
import type { Ledger } from './ledger.ts';
import type { PaperLedger } from './paper-ledger.ts';
import { paperRoutes } from './paper-routes.ts';
import { getMessage, getMessageHtml, listMessages } from './messages-routes.ts';
import { answerError, sendProblem } from './problem.ts';
import { getEmail, getLog, listEmails, listLogs } from './sent-routes.ts';
import { postWebhook } from './webhooks-route.ts';

const PAGE_FOLDER = fileURLToPath(new URL('page', import.meta.url));
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
/** The provider's own limit for a mail with its attachments in base64. */
const MAX_MAIL = '40mb';

/** All routes of the mailbox. */
export function mailboxApp(
  ledger: Ledger,
  papers: PaperLedger,
  target: { webhookSecret?: string; apiUrl?: string },
  names: readonly string[] = [],
): express.Express {
  const app = express();
  const faults = new Faults();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((request, response, next) => {
    // Otherwise a site whose name resolves to this machine for a moment (DNS rebinding) could read all mails.
    if (!isOwnHost(request.headers.host, names))
      return sendProblem(response, 421, 'The mailbox does not answer under this name: say it in MAILBOX_URL.');
    response.set({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    });
    next();
  });
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok', messages: ledger.size }));
  app.post('/emails', express.json({ limit: MAX_MAIL }), postEmail(new Acceptor(ledger), faults));
  app.get('/emails', listEmails(ledger));
  app.get('/emails/:id', getEmail(ledger));
  app.get('/logs', listLogs(ledger));
  app.get('/logs/:id', getLog(ledger));
  app.get('/messages', listMessages(ledger));
  app.get('/messages/:id', getMessage(ledger));
  app.get('/messages/:id/html', getMessageHtml(ledger));
  app.get('/messages/:id/attachments/:n', getAttachment(ledger));
  app.post('/messages/:id/webhooks', express.json(), postWebhook(ledger, target));
  app.use(paperRoutes(papers, target));
  app.get('/faults', getFaults(faults));
  app.post('/faults', express.json(), postFault(faults));
  const setPolicy = (response: express.Response) => response.set('Content-Security-Policy', PAGE_POLICY);
  app.use(express.static(PAGE_FOLDER, { cacheControl: false, setHeaders: setPolicy }));
  app.use((_request, response) => sendProblem(response, 404, 'No such page.'));
  app.use(answerError);
  return app;
}
