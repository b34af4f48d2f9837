export interface StoredAttachment {
  filename: string;
  content_type: string;
  sha256: string;
  /** Bytes. */
  size: number;
}

/** All that a list shows of a mail; kept in memory. */
export interface MailSummary {
  id: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  reply_to: string[];
  subject: string;
  attachments: StoredAttachment[];
  idempotency_key: string | null;
  tags: { name: string; value: string }[];
  headers: Record<string, string>;
  /** The hash of the whole request: two calls with one key must have the same. */
  payload_sha256: string;
  /** UTC, the machine's time. */
  accepted_at: string;
}

/** A line of the ledger, as `GET /messages` returns it. */
export interface MailRecord extends MailSummary {
  html: string;
  text: string;
}

/** The address in `Name <address>` or `address`, in lower case. */
export function bareAddress(mailbox: string): string {
  const bracketed = /<([^<>]*)>\s*$/.exec(mailbox);
  return (bracketed?.[1] ?? mailbox).trim().toLowerCase();
}

/** Whether one of the mail's main recipients is this address; names and case are ignored. */
export function isAddressedTo(mail: Pick<MailSummary, 'to'>, address: string): boolean {
  const wanted = bareAddress(address);
  return mail.to.some((recipient) => bareAddress(recipient) === wanted);
}

/** The part of a record that lists need. */
export function summaryOf(record: MailRecord): MailSummary {
  const { html: _html, text: _text, ...summary } = record;
  return summary;
}
