import type { LetterProof, ProofKind } from './port.ts';

const TYPES = [
  { contentType: 'application/pdf', extension: 'pdf', begins: [0x25, 0x50, 0x44, 0x46] },
  { contentType: 'image/jpeg', extension: 'jpg', begins: [0xff, 0xd8, 0xff] },
  { contentType: 'image/png', extension: 'png', begins: [0x89, 0x50, 0x4e, 0x47] },
] as const;

/** More than any provider's scan; a larger file is not a proof. */
const LARGEST_BYTES = 20_000_000;

const NAMES: Record<ProofKind, string> = {
  deposit: 'preuve-de-depot',
  content: 'preuve-de-contenu',
  receipt: 'avis-de-reception',
  refusal: 'preuve-de-refus',
  unclaimed: 'preuve-de-non-reclamation',
  undelivered: 'pli-non-distribue',
  download: 'preuve-de-telechargement',
};

/**
 * A fetched document, with the type that its bytes show, whatever it is called; null when it is neither a PDF nor a
 * picture.
 */
export function proofOf(kind: ProofKind, bytes: Buffer, reference: string): LetterProof | null {
  const type = TYPES.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
  if (!type || bytes.length > LARGEST_BYTES) return null;
  const filename = `${NAMES[kind]}-${reference.slice(0, 8)}.${type.extension}`;
  return { kind, filename, contentType: type.contentType, bytes: new Uint8Array(bytes) };
}
