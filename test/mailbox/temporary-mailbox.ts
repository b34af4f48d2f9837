import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MailRecord } from '../../scripts/mailbox/mail-record.ts';
import { startMailbox } from '../../scripts/mailbox/start-mailbox.ts';
import type { MailboxOptions, RunningMailbox } from '../../scripts/mailbox/start-mailbox.ts';

export interface TemporaryMailbox extends RunningMailbox {
  dataDir: string;
  mails(query?: string): Promise<MailRecord[]>;
  order(fault: Record<string, unknown>): Promise<Response>;
}

/** Posts JSON to a route of the mailbox. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** A mailbox of its own in a folder of its own, which is deleted when the mailbox stops. */
export async function temporaryMailbox(options: Partial<MailboxOptions> = {}): Promise<TemporaryMailbox> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mailbox-'));
  const mailbox = await startMailbox({ port: 0, dataDir, ...options });
  return {
    ...mailbox,
    dataDir,
    async mails(query = '') {
      const answer = await fetch(`${mailbox.url}/messages${query}`);
      return ((await answer.json()) as { data: MailRecord[] }).data;
    },
    order: (fault) => post(`${mailbox.url}/faults`, fault),
    async stop() {
      await mailbox.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
