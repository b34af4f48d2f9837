import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { renderLetter } from '../../letters/render-letter.ts';
import { barePages, contentOf, TEMPLATE, textsOf } from '../letters/sample-letter.ts';
import type { BareActivities } from './activities.ts';
import { leastMail } from './least-mail.tsx';
import { type BareNews, LEAST_QUEUE, settledSignal } from './messages.ts';

/** The tables of the least worker: an invoice is a row with its plan, a message a row with its bytes. */
export const LEAST_TABLES = `
  CREATE TABLE least_cases (id text PRIMARY KEY, body jsonb NOT NULL, due_at timestamptz, paid_at timestamptz);
  CREATE TABLE least_messages (id text PRIMARY KEY, case_id text NOT NULL, status text NOT NULL, html text, pdf bytea, reference text)`;

interface LeastMail extends Record<string, unknown> {
  html: string;
  pdf: Buffer;
}

/**
 * Activities that do the least that sending a reminder can be: each stores what it did in one statement, a message is one
 * bare page and one bare mail, and the mailbox takes it. No lock, no key, no history, no check, no rule.
 */
export async function createLeastActivities(
  client: Client,
  pool: Pool,
  mailboxUrl: string,
  tell: (news: BareNews) => void,
): Promise<BareActivities> {
  const texts = await textsOf(() => renderLetter(TEMPLATE, contentOf(null)));
  /** One prepared statement. */
  const store = async (name: string, text: string, ...values: unknown[]) =>
    (await pool.query<Record<string, unknown>>({ name, text, values })).rows[0];
  return {
    plan: async (news) => {
      await store('plan', 'UPDATE least_cases SET due_at = $2 WHERE id = $1', news.workflowId, news.dueAt);
      tell(news);
    },
    send: async ({ caseId, number }) => {
      const id = `${caseId}/message/${number}`;
      await store('send', `INSERT INTO least_messages (id, case_id, status) VALUES ($1, $2, 'reserved')`, id, caseId);
      await client.workflow.start('bareMessage', { workflowId: id, taskQueue: LEAST_QUEUE, args: [caseId, id] });
    },
    render: async (id) => {
      const html = await leastMail(texts);
      const pdf = await barePages(texts, 1);
      const text = `UPDATE least_messages SET status = 'rendered', html = $2, pdf = $3 WHERE id = $1`;
      await store('render', text, id, html, pdf);
    },
    handOver: async (id) => {
      await store('hand', `UPDATE least_messages SET status = 'sending' WHERE id = $1`, id);
    },
    deliver: async (id) => {
      const { html, pdf } = (await store(
        'read',
        'SELECT html, pdf FROM least_messages WHERE id = $1',
        id,
      )) as LeastMail;
      const answer = await fetch(`${mailboxUrl}/emails`, {
        method: 'POST',
        headers: { Authorization: 'Bearer re_bare', 'Content-Type': 'application/json', 'Idempotency-Key': id! },
        body: JSON.stringify({
          ...{ from: 'bare@bench.example', to: ['bare@lagarde.example'], subject: 'Relance', html },
          attachments: [{ filename: 'relance.pdf', content: pdf.toString('base64') }],
        }),
      });
      if (!answer.ok) throw new Error(`the mailbox answered ${answer.status}: ${await answer.text()}`);
    },
    settle: async (caseId, id) => {
      await store('settle', `UPDATE least_messages SET status = 'sent' WHERE id = $1`, id);
      await client.workflow.getHandle(caseId).signal(settledSignal);
    },
    confirmClosed: async (caseId) => {
      await store('closed', 'SELECT paid_at FROM least_cases WHERE id = $1', caseId);
    },
  };
}
