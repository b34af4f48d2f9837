import { localDate } from '../../domain/calendar/local-time.ts';
import type { CaseFile } from '../../facts/exports/litigation-case.ts';
import type { Database } from '../../prisma/client.ts';
import { csvOf } from './claim-row.ts';
import { safeName, uniqueNames } from './safe-name.ts';
import type { ZipEntry } from './zip.ts';

type SentMessage = CaseFile['messages'][number];

/** What was sent, as files beside each other: each letter, mail and SMS as it left, what went with it, then what proves it. */
export interface SentFile {
  message: SentMessage;
  /** `F-1-2026-03-17-R1-lettre.pdf`; null where there is none. */
  pdf: string | null;
  html: string | null;
  /** The words of an SMS. */
  text: string | null;
  /** What a person attached. */
  attachments: NamedFile[];
  proofs: NamedFile[];
}

interface NamedFile {
  id: string;
  name: string;
  sha256: string;
}

const WORDS: Record<string, string> = { email: 'mail', letter: 'lettre', sms: 'sms' };

/** Names the files of a case, each with the creditor's day; all begin with `prefix`, and none is named twice. */
export function sentFiles(
  file: Pick<CaseFile, 'messages' | 'attachments'>,
  prefix: string,
  timeZone: string,
): SentFile[] {
  const unique = uniqueNames();
  const attached = new Map(file.attachments.map((one) => [one.id, one]));
  return file.messages.map((message) => {
    const at = message.sentAt ?? message.handedOverAt ?? message.reservedAt;
    const isErased = message.content?.erasedAt != null;
    const level = message.level === null ? '' : `-R${message.level}`;
    const base = unique(
      `${prefix}-${localDate(at.toISOString(), timeZone)}${level}-${WORDS[message.kind] ?? message.kind}`,
    );
    return {
      message,
      pdf: message.pdfSha256 && !isErased ? `${base}.pdf` : null,
      html: message.htmlSha256 && !isErased && message.kind === 'email' ? `${base}.html` : null,
      text: message.textSha256 && !isErased && message.kind === 'sms' ? `${base}.txt` : null,
      attachments: message.attachmentIds.flatMap((id) => {
        const found = attached.get(id);
        if (!found || found.erasedAt) return [];
        const { stem, extension } = partsOf(found.filename);
        const name = unique(`${base}-jointe-${safeName(stem)}-${id.slice(-6)}${extension}`);
        return [{ id, sha256: found.sha256, name }];
      }),
      proofs: message.proofs.flatMap(({ id, kind, filename, sha256, erasedAt }) => {
        if (erasedAt) return [];
        const { extension } = partsOf(filename);
        return { id, sha256, name: unique(`${base}-preuve-${safeName(kind)}-${id.slice(-6)}${extension}`) };
      }),
    };
  });
}

function partsOf(filename: string): { stem: string; extension: string } {
  const extension = /\.[a-z0-9]{1,5}$/i.exec(filename)?.[0] ?? '';
  return { stem: filename.slice(0, filename.length - extension.length), extension };
}

/** The list of what was sent, with the hash of each file as it was recorded on sending. */
export function lettersCsv(files: readonly SentFile[]): string {
  const columns = [
    'message_id',
    'sent_at',
    'level',
    'kind',
    'letter_kind',
    'status',
    'test',
    'to',
    'subject',
    'sha256_pdf',
    'sha256_html',
    'sha256_text',
    'provider',
    'provider_reference',
    'registered_number',
    'file',
    'proofs',
    'sha256_proofs',
    'attachments',
    'sha256_attachments',
  ];
  const rows = files.map(({ message, pdf, html, text, attachments, proofs }) => ({
    message_id: message.id,
    sent_at: message.sentAt?.toISOString() ?? null,
    level: message.level,
    kind: message.kind,
    letter_kind: message.letterKind,
    status: message.status,
    test: message.test,
    to: message.recipients,
    subject: message.subject,
    sha256_pdf: message.pdfSha256,
    sha256_html: message.htmlSha256,
    sha256_text: message.textSha256,
    provider: message.provider,
    provider_reference: message.providerReference,
    registered_number: message.action?.registeredNumber ?? message.trackingNumber,
    // What was erased with its customer has its SHA-256 still, and no file.
    file: pdf ?? html ?? text ?? (message.content?.erasedAt ? 'erased' : null),
    proofs: proofs.map(({ name }) => name),
    sha256_proofs: proofs.map(({ sha256 }) => sha256),
    attachments: attachments.map(({ name }) => name),
    sha256_attachments: attachments.map(({ sha256 }) => sha256),
  }));
  return csvOf(columns, rows);
}

/** The entries of the archive for the files that were sent; the bytes of each are read when its turn comes. */
export function* sentEntries(db: Database, folder: string, files: readonly SentFile[]): Generator<ZipEntry> {
  for (const { message, pdf, html, text, attachments, proofs } of files) {
    const content = (part: 'pdf' | 'html' | 'text') => async () => {
      const row = await db.messageContent.findUniqueOrThrow({ where: { messageId: message.id } });
      return row[part] ?? '';
    };
    if (pdf) yield { path: `${folder}/${pdf}`, read: content('pdf') };
    if (html) yield { path: `${folder}/${html}`, read: content('html') };
    if (text) yield { path: `${folder}/${text}`, read: content('text') };
    for (const { id, name } of attachments) {
      const read = async () => (await db.attachment.findUniqueOrThrow({ where: { id } })).bytes;
      yield { path: `${folder}/${name}`, read };
    }
    for (const { id, name } of proofs) {
      const read = async () => (await db.messageProof.findUniqueOrThrow({ where: { id } })).bytes;
      yield { path: `${folder}/${name}`, read };
    }
  }
}
