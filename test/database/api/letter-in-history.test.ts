import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';
import { SAMPLE_BODIES } from './sample-bodies.ts';

// The history of a case says for each message whether there is a letter to open (an acknowledgement or a notice is a mail only), and
// which files went with it.

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
let invoiceId: string;
let customerId: string;

beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
  const body = { ...(SAMPLE_BODIES['POST /v1/customers'] as object), reference: 'C-1' };
  await api.ask('POST', '/v1/customers', { key: ours.admin, body });
  const invoice = { ...(SAMPLE_BODIES['POST /v1/invoices'] as object), customer_reference: 'C-1' };
  await api.ask('POST', '/v1/invoices', { key: ours.admin, body: invoice });
  const made = await api.db.invoice.findFirstOrThrow({ where: { creditorId: ours.id } });
  [invoiceId, customerId] = [made.id, made.customerId];
});

/** Stores a mail that left, and its line in the history; returns the message's id. */
async function mailed(pdfSha256: string | null, attachmentIds: string[] = []): Promise<string> {
  const of = { creditorId: ours.id, customerId };
  const { id: messageId } = await api.db.message.create({
    data: {
      ...{ id: randomUUID(), ...of, kind: 'email', origin: 'acknowledgement', status: 'sent', reservedAt: new Date() },
      ...{ language: 'fr', currency: 'EUR', test: false, actor: { kind: 'system', name: 'Relance' } },
      ...{ pdfSha256, attachmentIds },
    },
  });
  const line = { at: new Date(), kind: 'sent', actorKind: 'system', actorName: 'Relance', data: { channel: 'email' } };
  await api.db.historyEntry.create({ data: { id: randomUUID(), ...of, invoiceId, messageId, ...line } });
  return messageId;
}

it('says of every message whether it has a letter, in the history of the invoice and in the customer’s', async () => {
  const [withLetter, alone] = [await mailed('a'.repeat(64)), await mailed(null)];
  for (const path of [`/v1/invoices/${invoiceId}/history`, `/v1/customers/${customerId}/history`]) {
    const { body } = await api.ask('GET', path, { key: ours.collector });
    const lines = body.data as { message_id: string | null; has_letter: boolean }[];
    const said = (id: string | null) => lines.filter((line) => line.message_id === id).map((line) => line.has_letter);
    expect([said(withLetter), said(alone)]).toEqual([[true], [false]]);
    expect(new Set(said(null))).toEqual(new Set([false]));
  }
});

it('names the files that went with a message, in their order, and none that are erased', async () => {
  const files = ['rapport.pdf', 'effacé.pdf', 'devis.pdf'].map((filename) => ({ id: randomUUID(), filename }));
  await api.db.attachment.createMany({
    data: files.map((file) => ({
      ...{ ...file, creditorId: ours.id, contentType: 'application/pdf', sha256: 'a'.repeat(64) },
      ...{ bytes: Buffer.from('%PDF'), erasedAt: file.filename === 'effacé.pdf' ? new Date() : null },
    })),
  });
  const [first, , last] = files;
  const withFiles = await mailed(null, [...files.map(({ id }) => id)].reverse());
  const without = await mailed(null);
  for (const path of [`/v1/invoices/${invoiceId}/history`, `/v1/customers/${customerId}/history`]) {
    const { body } = await api.ask('GET', path, { key: ours.collector });
    const of = (id: string) => body.data.find((line: { message_id: string | null }) => line.message_id === id);
    expect([of(withFiles).attachments, of(without).attachments]).toEqual([[last, first], []]);
  }
});
