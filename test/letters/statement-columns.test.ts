import { expect, test } from 'vitest';
import { type ReminderContent, STATEMENT_COLUMNS } from '../../domain/reminder-content.ts';
import { pickVariant } from '../../domain/shipped/pick-variant.ts';
import { SHIPPED_STATEMENTS } from '../../domain/shipped/statements.ts';
import { linesOfWidth } from '../../letters/fit-text.ts';
import { face } from '../../letters/fonts.ts';
import { newLetter } from '../../letters/new-document.ts';
import { INK } from '../../letters/page-geometry.ts';
import { renderLetter } from '../../letters/render-letter.ts';
import { printedTexts } from './read-pdf.ts';
import { aContent, anItem } from './sample-content.ts';

const LONG_NAME =
  'Société interprofessionnelle de diagnostics immobiliers, d’expertises techniques et de conseil en bâtiment du Grand Sud-Ouest';

function statementOf(changes: Partial<ReminderContent>): Promise<Uint8Array> {
  const template = SHIPPED_STATEMENTS.find(({ key }) => key === 'statement_to_notary')!;
  const content = aContent({ letterKind: null, debtorKind: 'professional', ...changes });
  return renderLetter(pickVariant(template, { ...content, kind: 'statement' }), content);
}

const fileOf = (customerName: string) => ({
  reference: 'DOSSIER-CHARTRONS-2026-0412',
  mission: 'Diagnostic de performance énergétique, amiante, plomb, électricité, gaz, termites',
  customerName,
});

test('a statement of every column and of huge amounts cuts no date and no amount', async () => {
  const items = Array.from({ length: 40 }, (_, index) =>
    anItem({
      number: `F-2026-${1000 + index}`,
      totalCents: 123_456_789_00,
      balanceCents: index === 0 ? 123_456_789_00 : 1,
      file: fileOf('Consorts de La Rochefoucauld-Montbazon, indivision'),
    }),
  );
  const printed = (await printedTexts(await statementOf({ items, statementColumns: STATEMENT_COLUMNS })))
    .flat()
    .map(({ text }) => text.replaceAll(/\s/g, ' '));
  const count = (text: string) => printed.filter((one) => one === text).length;
  expect(count('06/10/2026')).toBe(80);
  expect(count('123 456 789,00 €')).toBe(41);
  // In the sentence above the table, and in the one below it.
  expect(count('123 456 789,39 €')).toBe(2);
  expect(printed.filter((text) => /^F-2026-1\d{3}$/.test(text))).toHaveLength(40);
});

test('a statement of few columns leaves the customer’s name whole', async () => {
  const items = [anItem({ file: fileOf('Consorts de La Rochefoucauld-Montbazon, indivision') })];
  const columns = ['customer_name', 'invoice_number', 'balance'] as const;
  const [page] = await printedTexts(await statementOf({ items, statementColumns: columns }));
  expect(page!.map(({ text }) => text)).toContain('Consorts de La Rochefoucauld-Montbazon, indivision');
});

test('a statement says neither a number nor a reference with a “?”: what names nothing is left out', async () => {
  const items = [anItem({ number: 'FA-🙂', file: { ...fileOf('Mme Hélène Desrosiers'), reference: 'DOS-李' } })];
  const columns = ['case_reference', 'customer_name', 'invoice_number', 'balance'] as const;
  const printed = (await printedTexts(await statementOf({ items, statementColumns: columns }))).flat();
  const texts = printed.map(({ text }) => text);
  expect(texts.filter((text) => text === 'Facture')).toHaveLength(2);
  expect(texts.join(' ')).not.toMatch(/FA-|DOS-|\?/);
});

test('a statement breaks no reference of the usual form, and a longer one at a hyphen', async () => {
  const items = ['DOS-2026-1261', 'DOSSIER-CHARTRONS-2026-0412'].map((reference, index) =>
    anItem({ number: `FAC-2026-${10_400 + index}`, file: { ...fileOf('Mme Hélène Desrosiers'), reference } }),
  );
  const columns = ['case_reference', 'customer_name', 'invoice_number', 'issued_on', 'balance'] as const;
  const [page] = await printedTexts(await statementOf({ items, statementColumns: columns }));
  const printed = page!.map(({ text }) => text);
  expect(printed).toEqual(expect.arrayContaining(['DOS-2026-1261', 'FAC-2026-10400', 'FAC-2026-10401']));
  expect(printed.join('')).toContain('DOSSIER-CHARTRONS-2026-0412');
  expect(printed).not.toContain('DOSSIER-CHARTRONS-2026-0412');
});

test('a company’s long name stands whole at the top, over several lines', async () => {
  const [page] = await printedTexts(await statementOf({ company: { ...aContent().company, name: LONG_NAME } }));
  const top = page!.slice(0, 3).map(({ text }) => text.trim());
  expect(top.join(' ')).toBe(LONG_NAME);
});

test('a name or a number too long for its column goes on at a space, and only without one at a hyphen', async () => {
  const { doc } = newLetter('s', aContent());
  doc.addPage();
  face(doc, 'regular', 9, INK);
  const lines = (text: string, like: string) => linesOfWidth(doc, text, doc.widthOfString(like), 3);
  expect(lines('Avoir A-2026-0031', 'Avoir A-2026-0')).toEqual(['Avoir', 'A-2026-0031']);
  expect(lines('M. et Mme Bertrand de Saint-Exupéry-Latour', 'M. et Mme Bertrand de Saint-E')).toEqual([
    'M. et Mme Bertrand de',
    'Saint-Exupéry-Latour',
  ]);
  expect(lines('FACTURE-2026-0031', 'FACTURE-2026-0')).toEqual(['FACTURE-2026-', '0031']);
  // A short word before a long one: little room is lost.
  expect(lines('La Rochefoucauld-Montbazon', 'La Rochefoucauld-Mont')).toEqual(['La Rochefoucauld-', 'Montbazon']);
});
