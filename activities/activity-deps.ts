import type { Logger } from 'pino';
import type { Database } from '../prisma/client.ts';
import type { EmailProvider } from '../providers/email/port.ts';
import type { Dispatcher } from '../temporal/dispatcher.ts';

/** What activities are built with. */
export interface ActivityDeps {
  db: Database;
  dispatcher: Dispatcher;
  /** Provider of a creditor that is live; null without a key: then nothing leaves the machine. */
  liveEmail: EmailProvider | null;
  /** The local mailbox: the provider until a creditor goes live. */
  mailbox: EmailProvider;
  /** Overrides the company's own address as sender. */
  emailFrom: string | null;
  /** How many cases opened in bulk the workers take in, a second. */
  firstTasksPerSecond: number;
  log: Logger;
}

/** How every activity of a case is called: ids, and the instant of the workflow that calls. */
export interface CaseCall {
  creditorId: string;
  invoiceId: string;
  at: string;
}

export interface MessageCall {
  creditorId: string;
  messageId: string;
  at: string;
}
