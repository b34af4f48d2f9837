import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { freePorts } from '../../scripts/stack/ports.ts';
import type { LocalStack } from '../../scripts/stack.ts';
import { Business, type Said } from '../e2e/business.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { dateInFrance } from '../e2e/french-days.ts';
import { eventually } from '../eventually.ts';
import { startBuiltStack } from './built-stack.ts';

/** A creditor who is live, on a stack of its own, with the mailbox at the address of the real adapter: it gets what Resend would get. */
export class LiveCreditor {
  readonly stack: LocalStack;
  readonly business: Business;
  readonly temporal: Client;
  readonly dataDir: string;

  private constructor(dataDir: string, stack: LocalStack) {
    this.dataDir = dataDir;
    this.stack = stack;
    this.business = new Business(stack);
    this.temporal = new Client({ connection: Connection.lazy({ address: stack.temporalAddress }) });
  }

  /** Adds settings to those that such a stack has by default. */
  static async start(more: Record<string, string> = {}): Promise<LiveCreditor> {
    const dataDir = await mkdtemp(join(tmpdir(), 'relance-live-'));
    const ports = await freePorts();
    const env = { RESEND_API_KEY: 're_local_test', RESEND_BASE_URL: `http://127.0.0.1:${ports.mailbox}`, ...more };
    const live = new LiveCreditor(dataDir, await startBuiltStack({ dataDir, ports, demoData: 'none', env }));
    await live.business.do('POST', '/settings/live', {});
    return live;
  }

  async end(): Promise<void> {
    await this.temporal.connection.close();
    await this.stack.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** A customer with an invoice of today. */
  async owing(): Promise<CaseFile> {
    return CaseFile.open(this.business, { issuedOn: dateInFrance((await this.business.clock()).now_at) });
  }

  /** Sets what the provider answers in place of its own answers. */
  async fault(order: object): Promise<void> {
    await fetch(`${this.stack.mailboxUrl}/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(order),
    });
  }
}

export const sendNow = async (one: CaseFile): Promise<string> =>
  (await one.do('POST', '/reminders', { mode: 'email' })).message_id ?? (await one.messages())[0].id;

/** The newest message about the case. */
export const messageOf = async (one: CaseFile): Promise<Said> => (await one.messages())[0];

/** The newest message about the case, once it is as asked, or as it is when the time is over. */
export const once = (one: CaseFile, isRight: (message: Said) => boolean, patienceMs = 45_000) =>
  eventually(
    () => messageOf(one),
    (message) => Boolean(message) && isRight(message),
    patienceMs,
  );
