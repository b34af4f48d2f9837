import { z } from 'zod';
import type { LetterProof, ProofKind } from './port.ts';

const KINDS = ['deposit', 'receipt', 'refusal', 'unclaimed', 'undelivered'] as const satisfies ProofKind[];

/** A page of the local mailbox that stands in for a provider's document; a few kilobytes. */
export const trialProof = z.object({ kind: z.enum(KINDS), filename: z.string().max(100), pdf: z.base64() });

/** The document of such a page. */
export const proofOfTrial = ({ kind, filename, pdf }: z.output<typeof trialProof>): LetterProof => ({
  kind,
  filename,
  contentType: 'application/pdf',
  bytes: Buffer.from(pdf, 'base64'),
});
