import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { lettersTable, sentEntries, sentFiles } from '../../../api/exports/case-letters.ts';
import { tableText } from '../../../api/exports/table-text.ts';
import { readCaseFile } from '../../../facts/exports/litigation-case.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

// A person who takes over a case finds everything that its debtor was sent: the text of an SMS too, and the files of a mail.

const IN_FRENCH = { language: 'fr', timeZone: 'Europe/Paris', currency: 'EUR' } as const;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const WORDS = 'Rappel : la facture F-1 reste due.';
const hashOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function sent(data: object, content: object) {
  const customer = await world.newCustomer();
  const { id: invoiceId } = await world.newInvoice(customer);
  const id = await handOver(world, { customerId: customer.id, invoiceId }, 'sent');
  await world.db.message.update({ where: { id }, data: { sentAt: NOW, ...data } });
  const by = { senderName: 'Horizon', senderEmail: 'compta@horizon.example' };
  await world.db.messageContent.create({ data: { messageId: id, ...by, ...content } });
  const files = sentFiles(await readCaseFile(world.db, invoiceId), 'F-1', IN_FRENCH);
  const entries = [...sentEntries(world.db, 'F-1', files)];
  const read = await Promise.all(
    entries.map(async ({ path, read: readBytes }): Promise<[string, string]> => {
      const made = (await readBytes()) as Uint8Array | string;
      return [path, typeof made === 'string' ? made : Buffer.from(made).toString()];
    }),
  );
  return { entries: new Map(read), csv: tableText(lettersTable(files), IN_FRENCH) };
}

it('The words of an SMS are a file of the export, and the list of what was sent names it', async () => {
  const { entries, csv } = await sent({ kind: 'sms', textSha256: hashOf(WORDS) }, { text: WORDS });
  expect([...entries]).toEqual([['F-1/F-1-2026-11-24-R1-sms.txt', WORDS]]);
  expect(csv).toContain('F-1-2026-11-24-R1-sms.txt');
});

it('A file that a person attached to a mail is exported beside it, under its own name, with its digest in the list', async () => {
  const id = randomUUID();
  const bytes = Buffer.from('%PDF-1.7 bon de commande');
  const file = { filename: '../Bon de commande.pdf', contentType: 'application/pdf', sha256: hashOf(bytes), bytes };
  await world.db.attachment.create({ data: { id, creditorId: world.creditor.id, ...file } });
  const mail = { attachmentIds: [id], htmlSha256: hashOf('<p>x</p>') };
  const { entries, csv } = await sent(mail, { html: '<p>x</p>', text: 'x' });
  const name = `F-1-2026-11-24-R1-mail-jointe-__Bon_de_commande-${id.slice(-6)}.pdf`;
  expect([...entries.keys()]).toEqual(['F-1/F-1-2026-11-24-R1-mail.html', `F-1/${name}`]);
  expect(entries.get(`F-1/${name}`)).toBe(bytes.toString());
  expect(csv).toContain(name);
  expect(csv).toContain(file.sha256);
});

it('A letter that was erased with its customer is no empty file: the list says so, with the digest that it had', async () => {
  const sha256 = hashOf('%PDF-1.7');
  const { entries, csv } = await sent({ kind: 'letter', pdfSha256: sha256 }, { pdf: null, erasedAt: NOW });
  expect([...entries]).toEqual([]);
  expect(csv).toContain(sha256);
  expect(csv).toMatch(/;effacé;/);
});
