import { z } from 'zod';
import { keepProof, PROOF_KINDS } from '../../facts/messages/letters/keep-proof.ts';
import type { MessageProof } from '../../prisma/generated/client.ts';
import { created, file, ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { erased, invalidField, notHere } from '../frame/problem.ts';
import { rawBody } from '../frame/raw-body.ts';
import { line, uuid } from '../../facts/inputs/fields.ts';
import { filenameOf, isOfType } from '../attachments/file-types.ts';

const TYPES = ['application/pdf', 'image/png', 'image/jpeg'];
const LARGEST_BYTES = 5_000_000;

const proof = z.object({
  id: z.string(),
  kind: z.enum(PROOF_KINDS),
  filename: z.string(),
  content_type: z.string(),
  size: z.int(),
  sha256: z.string(),
  source: z.string().meta({ description: 'The provider’s name, or `person`.' }),
  received_at: z.iso.datetime(),
  url: z.string(),
});

const proofBody = (row: Omit<MessageProof, 'bytes'>, size: number): z.input<typeof proof> => ({
  id: row.id,
  kind: row.kind as (typeof PROOF_KINDS)[number],
  filename: row.filename,
  content_type: row.contentType,
  size,
  sha256: row.sha256,
  source: row.source,
  received_at: row.receivedAt.toISOString(),
  url: `/v1/messages/${row.messageId}/proofs/${row.id}`,
});

export const listProofsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/messages/{id}/proofs',
  tag: 'Messages',
  summary: 'List the proofs that a letter was deposited, received, refused or not claimed',
  who: ['collector'],
  params: idParams,
  answers: { 200: z.object({ data: z.array(proof) }) },
  handle: async ({ params, auth, context: { db } }) => {
    const message = await db.message.findUnique({
      where: { id: params.id },
      select: { proofs: { omit: { bytes: true }, orderBy: { id: 'asc' } } },
    });
    if (!message) throw notHere();
    // Postgres knows the size without reading the bytes, and a file of scanned pages may have a hundred megabytes.
    const sizes = await db.$queryRaw<{ id: string; size: number }[]>`
      SELECT id, octet_length(bytes) AS size FROM message_proofs
      WHERE "creditorId" = ${auth.creditorId}::uuid AND "messageId" = ${params.id}::uuid`;
    const sizeOf = new Map(sizes.map(({ id, size }) => [id, size]));
    return ok({ data: message.proofs.map((row) => proofBody(row, sizeOf.get(row.id) ?? 0)) });
  },
});

export const getProofEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/messages/{id}/proofs/{proof_id}',
  tag: 'Messages',
  summary: 'Download a proof, as it was fetched or uploaded',
  refusals: [410],
  who: ['collector'],
  params: z.strictObject({ id: uuid, proof_id: uuid }),
  answers: { 200: { contentType: '*/*' } },
  handle: async ({ params, context }) => {
    const row = await context.db.messageProof.findFirst({ where: { id: params.proof_id, messageId: params.id } });
    if (!row) throw notHere();
    if (row.erasedAt) throw erased();
    return file({ contentType: row.contentType, bytes: row.bytes, filename: row.filename });
  },
});

export const createProofEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/messages/{id}/proofs',
  tag: 'Messages',
  summary: 'Upload a receipt that a person has scanned',
  description: 'The body is the file: a PDF, PNG or JPEG of at most 5 MB. The same file again is the same proof.',
  who: ['collector'],
  params: idParams,
  query: z.strictObject({ filename: line(200).optional(), kind: z.enum(PROOF_KINDS).optional() }),
  body: rawBody(TYPES, LARGEST_BYTES),
  answers: { 201: proof },
  handle: async (request) => {
    const { params, body, query, headers, context } = request;
    // A missing message is reported before anything wrong with the file.
    if (!(await context.db.message.findUnique({ where: { id: params.id }, select: { id: true } }))) throw notHere();
    const contentType = String(headers['content-type']).split(';')[0]!.trim().toLowerCase();
    if (body.length === 0)
      throw invalidField('empty', '', 'The file is empty.', 'Send the bytes of the scan as the body.');
    if (!isOfType(body, contentType))
      throw invalidField(
        'wrong_type',
        '',
        `These bytes are no ${contentType}.`,
        'Send a PDF, PNG or JPEG as what it is.',
      );
    const filename = filenameOf(query.filename ?? null, headers['content-disposition'] ?? null, contentType);
    const kept = await keepProof(context.db, factContext(request), params.id, {
      kind: query.kind ?? 'receipt',
      filename,
      contentType,
      bytes: new Uint8Array(body),
    });
    return created(`/v1/messages/${params.id}/proofs/${kept.id}`, proofBody(kept, kept.bytes.byteLength));
  },
});
