import PDFDocument from 'pdfkit';
import type { LetterEventKind } from '../../domain/messages/letter-status.ts';
import type { ProofKind } from '../../providers/print/port.ts';
import type { PaperRecord } from './paper-ledger.ts';

/** The events for which a provider has a document, with the document's kind and title. */
const PROOFS: Partial<Record<LetterEventKind, { kind: ProofKind; title: string }>> = {
  deposited: { kind: 'deposit', title: 'Preuve de dépôt' },
  signed: { kind: 'receipt', title: 'Accusé de réception signé' },
  refused: { kind: 'refusal', title: 'Avis de refus' },
  unclaimed: { kind: 'unclaimed', title: 'Avis de non-réclamation' },
  undeliverable: { kind: 'undelivered', title: 'Pli non distribué' },
};

export interface TrialProof {
  kind: ProofKind;
  filename: string;
  /** In base64. */
  pdf: string;
}

/**
 * Replaces the document that a provider would give with this event: one page, always the same bytes, which says that
 * nothing was printed or sent. Null when the event has no document.
 */
export async function trialProof(record: PaperRecord, event: LetterEventKind): Promise<TrialProof | null> {
  const proof = PROOFS[event];
  if (!proof) return null;
  const title = `${proof.title} (essai, sans valeur)`;
  const info = { Title: title, CreationDate: new Date(record.accepted_at) };
  const document = new PDFDocument({ size: 'A4', info });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on('end', resolve));
  document.fontSize(18).text(title).moveDown();
  document.fontSize(11).text('Boîte locale de Relance : ce courrier n’a été ni imprimé, ni posté, ni envoyé.');
  document.text('Cette page tient lieu du document qu’un prestataire remettrait, et ne prouve rien.').moveDown();
  document.text(`Référence : ${record.reference}`).text(`Reçu le : ${record.accepted_at}`);
  document.end();
  await ended;
  return { kind: proof.kind, filename: `essai-${proof.kind}.pdf`, pdf: Buffer.concat(chunks).toString('base64') };
}
