import type { Logger } from 'pino';
import type { Database } from '../prisma/client.ts';
import type { Connectors } from '../domain/messages/connectors.ts';
import type { EmailProvider } from '../providers/email/port.ts';
import type { PrintProvider } from '../providers/print/port.ts';
import type { SmsProvider } from '../providers/sms/port.ts';
import type { Dispatcher } from '../temporal/dispatcher.ts';

/**
 * Providers of letters and SMS. `live` is used once the creditor is live, `mailbox` until then; when `live` is null,
 * only the mailbox exists.
 */
export interface Channels {
  /** What the installation offers; a single creditor may use less of it. */
  connectors: Connectors;
  print: { live: PrintProvider | null; mailbox: PrintProvider } | null;
  sms: { live: SmsProvider | null; mailbox: SmsProvider; sender: string | null } | null;
  /** Base address at which the mailbox shows what it received; used when electronic letters are tried out. */
  mailboxUrl?: string;
}

/** What activities are built with. */
export interface ActivityDeps {
  db: Database;
  dispatcher: Dispatcher;
  /** Provider for creditors that are live; null without an API key, and then no mail leaves this machine. */
  liveEmail: EmailProvider | null;
  /** The local mailbox: the provider until a creditor goes live. */
  mailbox: EmailProvider;
  /** Letters and SMS. When absent, no SMS leaves and letters are printed and posted by a person. */
  channels?: Channels;
  /** Mailbox whose address replaces the company's own as sender; the sender's name stays the company's. */
  emailFrom: string | null;
  /** How many first tasks of cases opened in bulk the workers can take in per second. */
  firstTasksPerSecond: number;
  log: Logger;
}

/** Arguments of every activity of a case: the ids, and the current instant of the calling workflow. */
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
