import type { Logger } from 'pino';
import type { Database } from '../prisma/client.ts';
import type { Connectors } from '../domain/messages/connectors.ts';
import type { EmailProvider } from '../providers/email/port.ts';
import type { PrintProvider } from '../providers/print/port.ts';
import type { SmsProvider } from '../providers/sms/port.ts';
import type { Dispatcher } from '../temporal/dispatcher.ts';

/** What letters and SMS leave by: `live` once the creditor is, the mailbox until then. Null, the mailbox is all there is. */
export interface Channels {
  /** What the installation offers; a creditor may have less. */
  connectors: Connectors;
  print: { live: PrintProvider | null; mailbox: PrintProvider } | null;
  sms: { live: SmsProvider | null; mailbox: SmsProvider; sender: string | null } | null;
  /** Where the mailbox shows what it took, for whom an electronic letter is tried out on. */
  mailboxUrl?: string;
}

/** What activities are built with. */
export interface ActivityDeps {
  db: Database;
  dispatcher: Dispatcher;
  /** Provider of a creditor that is live; null without a key: then nothing leaves the machine. */
  liveEmail: EmailProvider | null;
  /** The local mailbox: the provider until a creditor goes live. */
  mailbox: EmailProvider;
  /** Letters and SMS; absent: none leaves, and letters are a person's. */
  channels?: Channels;
  /** Its address overrides the company's own as sender; the name stays the company's. */
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
