import { createHash, randomUUID } from 'node:crypto';
import type { EmailRequest } from './email-request.ts';
import type { Ledger } from './ledger.ts';
import type { MailRecord, StoredAttachment } from './mail-record.ts';

/** As long as the provider remembers an idempotency key. */
const KEY_LIFE_MS = 24 * 60 * 60 * 1000;

export type Acceptance = { kind: 'accepted'; id: string } | { kind: 'same_key_other_payload' } | { kind: 'under_way' };

/** Accepts mails into the ledger, one for each idempotency key of the last 24 hours. */
export class Acceptor {
  private readonly ledger: Ledger;
  private readonly underWay = new Set<string>();

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  /** `key` null: each call is a mail of its own. */
  async accept(email: EmailRequest, key: string | null): Promise<Acceptance> {
    const payloadSha256 = hashOf(email);
    const earlier = key === null ? undefined : this.ledger.findByKey(key);
    if (earlier !== undefined && Date.now() - Date.parse(earlier.accepted_at) < KEY_LIFE_MS) {
      const same = earlier.payload_sha256 === payloadSha256;
      return same ? { kind: 'accepted', id: earlier.id } : { kind: 'same_key_other_payload' };
    }
    if (key === null) return this.store(email, key, payloadSha256);
    if (this.underWay.has(key)) return { kind: 'under_way' };
    this.underWay.add(key);
    try {
      return await this.store(email, key, payloadSha256);
    } finally {
      this.underWay.delete(key);
    }
  }

  private async store(email: EmailRequest, key: string | null, payloadSha256: string): Promise<Acceptance> {
    const attachments: StoredAttachment[] = [];
    for (const { filename, content, content_type: contentType } of email.attachments ?? []) {
      const sha256 = await this.ledger.attachments.put(content);
      attachments.push({ filename, content_type: contentType ?? guessedType(filename), sha256, size: content.length });
    }
    const record: MailRecord = {
      id: randomUUID(),
      from: email.from,
      to: email.to,
      cc: email.cc ?? [],
      bcc: email.bcc ?? [],
      reply_to: email.reply_to ?? [],
      subject: email.subject,
      html: email.html ?? '',
      text: email.text ?? '',
      attachments,
      idempotency_key: key,
      tags: email.tags ?? [],
      headers: email.headers ?? {},
      payload_sha256: payloadSha256,
      accepted_at: new Date().toISOString(),
    };
    await this.ledger.add(record);
    return { kind: 'accepted', id: record.id };
  }
}

function guessedType(filename: string): string {
  return filename.toLowerCase().endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream';
}

function hashOf(email: EmailRequest): string {
  const attachments = (email.attachments ?? []).map((attachment) => ({
    ...attachment,
    content: createHash('sha256').update(attachment.content).digest('hex'),
  }));
  return createHash('sha256')
    .update(JSON.stringify({ ...email, attachments }))
    .digest('hex');
}
