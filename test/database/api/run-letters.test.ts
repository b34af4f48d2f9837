import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { renderLetter } from '../../../letters/render-letter.ts';
import { printedTexts } from '../../letters/read-pdf.ts';
import { aContent } from '../../letters/sample-content.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let world: World;
let key: string;

beforeAll(async () => {
  api = await sharedApi();
  world = await openWorld();
  ({ key } = await createKey(world.db, { creditorId: world.creditor.id, name: 'Léa', role: 'collector' }));
});

/** A run of letters, one for each subject, all made. */
async function madeRun(subjects: string[]): Promise<string> {
  const customer = await world.newCustomer();
  const made: { invoiceId: string; messageId: string }[] = [];
  for (const subject of subjects) {
    const { id: invoiceId } = await world.newInvoice(customer);
    const messageId = await handOver(world, { customerId: customer.id, invoiceId }, 'sent');
    const pdf = await renderLetter({ subject, bodyHtml: '<p>Merci de régler.</p>' }, aContent());
    await world.db.messageContent.create({ data: { messageId, pdf: Buffer.from(pdf) } });
    made.push({ invoiceId, messageId });
  }
  const invoiceIds = made.map(({ invoiceId }) => invoiceId);
  const input = { level: 1, mode: 'letter', dryRun: false, invoiceIds } as const;
  const runId = await createRun(world.db, world.on(NOW), input, null);
  for (const { invoiceId, messageId } of made)
    await world.db.runItem.updateMany({ where: { runId, invoiceId }, data: { state: 'taken', messageId } });
  await world.db.run.update({ where: { id: runId }, data: { takenAt: NOW } });
  return runId;
}

const lettersOf = (runId: string, query = '') =>
  fetch(`${api.url}/v1/runs/${runId}/letters.pdf${query}`, { headers: { Authorization: `Bearer ${key}` } });

it('the letters of a run go out while they are read, in the run’s order, as one file for the printer', async () => {
  const subjects = Array.from({ length: 20 }, (_, index) => `Lettre numéro ${index + 1}`);
  const answer = await lettersOf(await madeRun(subjects));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(answer.headers.get('content-disposition')).toMatch(/relances-R1-\d{4}-\d\d-\d\d\.pdf/);
  // The length of the file is not known before the last letter is read: no letter waits for the others in memory.
  expect(answer.headers.get('content-length')).toBeNull();
  const pages = await printedTexts(new Uint8Array(await answer.arrayBuffer()));
  const said = pages.map((page) => page.map(({ text }) => text).join(' '));
  expect(said.map((page) => /Lettre numéro \d+/.exec(page)?.[0])).toEqual(subjects);
});

it('the letters of a run for a printer that prints both sides: each begins on the front of a sheet, and the file has a title', async () => {
  const subjects = ['Une première', 'Une deuxième', 'Une troisième'];
  const answer = await lettersOf(await madeRun(subjects), '?duplex=true');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const said = (await printedTexts(bytes)).map((page) => page.map(({ text }) => text).join(' '));
  expect(said.map((page) => /Une \S+ième|Une première/.exec(page)?.[0] ?? page)).toEqual([
    'Une première',
    '',
    'Une deuxième',
    '',
    'Une troisième',
  ]);
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(file.getTitle()).toMatch(/^Relances R1 du \d{1,2}(er)?\s\S+\s\d{4}$/);
});

it('a run of one letter gives the very bytes that left', async () => {
  const runId = await madeRun(['Seule']);
  const bytes = Buffer.from(await (await lettersOf(runId)).arrayBuffer());
  const { messageId } = await world.db.runItem.findFirstOrThrow({ where: { runId } });
  const { pdf } = await world.db.messageContent.findUniqueOrThrow({ where: { messageId: messageId! } });
  expect(bytes.equals(Buffer.from(pdf!))).toBe(true);
});

it('a run says how many of its letters were erased since, and of one whose letters all were that they are no more', async () => {
  const runId = await madeRun(['Première lettre', 'Deuxième lettre', 'Troisième lettre']);
  const messages = await world.db.message.findMany({ where: { runItems: { some: { runId } } } });
  const erase = (ids: string[]) =>
    Promise.all([
      world.db.message.updateMany({ where: { id: { in: ids } }, data: { pdfSha256: 'hash-of-pdf' } }),
      world.db.messageContent.updateMany({ where: { messageId: { in: ids } }, data: { pdf: null, erasedAt: NOW } }),
    ]);
  const ids = messages.map(({ id }) => id);
  await erase(ids.slice(0, 1));
  const rest = await lettersOf(runId);
  expect([rest.status, rest.headers.get('erased-letters')]).toEqual([200, '1']);
  expect((await printedTexts(new Uint8Array(await rest.arrayBuffer()))).length).toBe(2);
  await erase(ids);
  const gone = await lettersOf(runId);
  expect([gone.status, ((await gone.json()) as { code: string }).code]).toEqual([410, 'erased']);
});

it('a run that was stopped answers whoever stops it again by whom it was and what it kept back; one that is over is not stopped', async () => {
  const runId = await madeRun(['Partie', 'Arrêtée']);
  const stop = async () => {
    const headers = { Authorization: `Bearer ${key}` };
    const answer = await fetch(`${api.url}/v1/runs/${runId}/stop`, { method: 'POST', headers });
    return [answer.status, await answer.json()] as const;
  };
  expect(await stop()).toMatchObject([409, { code: 'run_over' }]);
  const { invoiceId } = await world.db.runItem.findFirstOrThrow({ where: { runId, position: 1 } });
  const kept = { state: 'refused', code: 'stopped', detail: 'x', messageId: null } as const;
  await world.db.runItem.updateMany({ where: { runId, invoiceId }, data: kept });
  await world.db.run.update({ where: { id: runId }, data: { stoppedAt: NOW, stoppedBy: { ...world.on(NOW).actor } } });
  const by = { stopped_at: NOW.toISOString(), stopped_by: { kind: 'user', name: 'Léa Martin' } };
  const counts = { status: 'done', total: 2, sent: 1, refused_count: 1, stopped_count: 1 };
  expect(await stop()).toMatchObject([
    200,
    { ...counts, ...by, refused: [{ invoice_id: invoiceId, code: 'stopped' }] },
  ]);
});
