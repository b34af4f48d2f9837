import { localDate } from '../../domain/calendar/local-time.ts';
import type { CaseFile } from '../../facts/exports/litigation-case.ts';
import type { Database } from '../../prisma/client.ts';
import type { Reading } from '../invoices/reading.ts';
import { EXPORT_NAMES } from './export-names.ts';
import { channelWord, letterWord, messageWord, providerWord } from './french-codes.ts';
import { safeName, uniqueNames } from './safe-name.ts';
import { type Table, tableOf, worded } from './table-text.ts';
import type { ZipEntry } from './zip.ts';

type SentMessage = CaseFile['messages'][number];

/** One message as files: the letter, mail or SMS as it left, its attachments, then its proofs. */
export interface SentFile {
  message: SentMessage;
  /** `F-1-2026-03-17-R1-lettre.pdf`; null where there is none. */
  pdf: string | null;
  html: string | null;
  /** The name of the file with the text of an SMS. */
  text: string | null;
  /** The files that a person attached. */
  attachments: NamedFile[];
  proofs: NamedFile[];
}

interface NamedFile {
  id: string;
  name: string;
  sha256: string;
}

/**
 * Names the files of a case in `language`, each with the creditor's local day. All names begin with `prefix`, and no two
 * are equal.
 */
export function sentFiles(
  file: Pick<CaseFile, 'messages' | 'attachments'>,
  prefix: string,
  { timeZone, language }: Pick<Reading, 'timeZone' | 'language'>,
): SentFile[] {
  const words = EXPORT_NAMES[language];
  const unique = uniqueNames();
  const attached = new Map(file.attachments.map((one) => [one.id, one]));
  return file.messages.map((message) => {
    const at = message.sentAt ?? message.handedOverAt ?? message.reservedAt;
    const isErased = message.content?.erasedAt != null;
    const level = message.level === null ? '' : `-R${message.level}`;
    const base = unique(`${prefix}-${localDate(at.toISOString(), timeZone)}${level}-${words.sent[message.kind]}`);
    return {
      message,
      pdf: message.pdfSha256 && !isErased ? `${base}.pdf` : null,
      html: message.htmlSha256 && !isErased && message.kind === 'email' ? `${base}.html` : null,
      text: message.textSha256 && !isErased && message.kind === 'sms' ? `${base}.txt` : null,
      attachments: message.attachmentIds.flatMap((id) => {
        const found = attached.get(id);
        if (!found || found.erasedAt) return [];
        const { stem, extension } = partsOf(found.filename);
        const name = unique(`${base}-${words.attached}-${safeName(stem)}-${id.slice(-6)}${extension}`);
        return [{ id, sha256: found.sha256, name }];
      }),
      proofs: message.proofs.flatMap(({ id, kind, filename, sha256, erasedAt }) => {
        if (erasedAt) return [];
        const { extension } = partsOf(filename);
        return { id, sha256, name: unique(`${base}-${words.proof}-${safeName(kind)}-${id.slice(-6)}${extension}`) };
      }),
    };
  });
}

function partsOf(filename: string): { stem: string; extension: string } {
  const extension = /\.[a-z0-9]{1,5}$/i.exec(filename)?.[0] ?? '';
  return { stem: filename.slice(0, filename.length - extension.length), extension };
}

const HEADINGS = {
  message_id: 'Identifiant',
  sent_at: 'Envoyé le',
  level: 'Niveau',
  kind: 'Canal',
  letter_kind: 'Type de lettre',
  status: 'État',
  test: 'Essai',
  to: 'Destinataires',
  subject: 'Objet',
  sha256_pdf: 'SHA-256 du PDF',
  sha256_html: 'SHA-256 du HTML',
  sha256_text: 'SHA-256 du texte',
  provider: 'Prestataire',
  provider_reference: 'Référence du prestataire',
  registered_number: 'Numéro de recommandé',
  file: 'Fichier',
  proofs: 'Preuves',
  sha256_proofs: 'SHA-256 des preuves',
  attachments: 'Pièces jointes',
  sha256_attachments: 'SHA-256 des pièces jointes',
};

/** The list of what was sent, with the hash of each file as recorded when it was sent. */
export function lettersTable(files: readonly SentFile[]): Table {
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
    // An erased file still has its SHA-256, but no content.
    file: pdf ?? html ?? text ?? (message.content?.erasedAt ? 'erased' : null),
    proofs: proofs.map(({ name }) => name),
    sha256_proofs: proofs.map(({ sha256 }) => sha256),
    attachments: attachments.map(({ name }) => name),
    sha256_attachments: attachments.map(({ sha256 }) => sha256),
  }));
  return tableOf(HEADINGS, rows, {
    level: (level) => `R${String(level)}`,
    kind: channelWord,
    letter_kind: letterWord,
    status: messageWord,
    provider: providerWord,
    file: worded({ erased: 'effacé' }),
  });
}

/** The archive's entries for the files that were sent; the bytes of each are read when its turn comes. */
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
