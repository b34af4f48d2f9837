import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { pickVariant } from '../../domain/shipped/pick-variant.ts';
import { SHIPPED_TEMPLATES } from '../../domain/shipped/templates.ts';
import type { ReminderContent } from '../../domain/reminder-content.ts';
import { mergePdfs } from '../../letters/merge-pdfs.ts';
import { renderLetter } from '../../letters/render-letter.ts';
import { printedTexts } from './read-pdf.ts';
import { aContent, anItem } from './sample-content.ts';

function shippedLetter(key: 'r1' | 'r3', content: ReminderContent): Promise<Uint8Array> {
  const template = SHIPPED_TEMPLATES.find((candidate) => candidate.key === key)!;
  return renderLetter(pickVariant(template, { ...content, kind: 'letter' }), content);
}

async function merged(letters: Iterable<Uint8Array>, isDuplex = false): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of mergePdfs(letters, { title: TITLE, isDuplex })) pieces.push(piece);
  return Buffer.concat(pieces);
}

const TITLE = 'Courriers de relance R1 – 22\u00a0novembre 2026';
/** A letter of as many pages as its items need. */
const letterOf = (items: number, changes: Partial<ReminderContent> = {}) =>
  shippedLetter(
    'r1',
    aContent({ items: Array.from({ length: items }, (_, at) => anItem({ number: `F-${at + 1}` })), ...changes }),
  );

test('merged letters keep their pages in the order given, the same bytes each time', async () => {
  const letters = [
    await shippedLetter('r1', aContent()),
    await shippedLetter('r3', aContent({ level: 3, letterKind: 'registered' })),
  ];
  const file = await merged(letters);
  const pages = (await printedTexts(file)).map((page) => page.map(({ text }) => text).join(' '));
  expect(pages[0]).toContain('Rappel de règlement');
  expect(pages[1]).toContain('Mise en demeure');
  const alone = await Promise.all(letters.map((letter) => printedTexts(letter)));
  expect(await printedTexts(file)).toEqual(alone.flat());
  expect((await merged(letters)).equals(file)).toBe(true);
});

test('every letter is where the file’s own table says, so that a printer need not repair it', async () => {
  const letter = await shippedLetter('r1', aContent());
  const file = (await merged([letter, letter, letter])).toString('latin1');
  const begins = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)![1]);
  const [, first, ...lines] = file.slice(begins).split('\n');
  const size = Number(first!.split(' ')[1]);
  const entries = lines.slice(1, size).map((line) => line.split(' '));
  expect(entries).toHaveLength(size - 1);
  entries.forEach(([at, , kind], index) => {
    expect([kind, file.slice(Number(at)).startsWith(`${index + 1} 0 obj\n`)]).toEqual(['n', true]);
  });
});

test('of two hundred letters one is in memory: the next is asked for when the one before it has been written', async () => {
  const letter = await shippedLetter('r1', aContent());
  let asked = 0;
  function* letters() {
    for (; asked < 200;) {
      asked += 1;
      yield letter;
    }
  }
  let pieces = 0;
  let most = 0;
  for await (const piece of mergePdfs(letters(), { title: TITLE })) {
    pieces += 1;
    most = Math.max(most, piece.byteLength);
    expect(asked).toBeLessThanOrEqual(pieces);
  }
  expect(asked).toBe(200);
  expect(most).toBeLessThan(4 * letter.byteLength + 1_000_000);
});

test('a reader finds as many pages as there were letters', async () => {
  const letter = await shippedLetter('r1', aContent());
  const { length } = (await PDFDocument.load(letter)).getPages();
  const file = await merged(Array.from({ length: 40 }, () => letter));
  expect((await PDFDocument.load(file)).getPages()).toHaveLength(40 * length);
});

test('printed on both sides, no letter begins on the back of another: an odd one is followed by a blank page, except the last', async () => {
  const letters = [await letterOf(1), await letterOf(30), await letterOf(60), await letterOf(1)];
  const counts = await Promise.all(letters.map(async (letter) => (await PDFDocument.load(letter)).getPageCount()));
  expect(counts).toEqual([1, 2, 3, 1]);
  const placesOf = async (isDuplex: boolean) => {
    const pages = (await printedTexts(await merged(letters, isDuplex))).map((page) =>
      page.map(({ text }) => text).join(' '),
    );
    const where = (is: (page: string) => boolean) => pages.flatMap((page, at) => (is(page) ? [at] : []));
    return {
      first: where((page) => page.includes('Objet')),
      blank: where((page) => page === ''),
      last: pages.length - 1,
    };
  };
  expect(await placesOf(false)).toEqual({ first: [0, 1, 3, 6], blank: [], last: 6 });
  expect(await placesOf(true)).toEqual({ first: [0, 2, 4, 8], blank: [1, 7], last: 8 });
  const file = await merged(letters, true);
  expect((await merged(letters, true)).equals(file)).toBe(true);
  // A printer that finds another paper size among the pages stops and asks for that paper.
  const sizes = (await PDFDocument.load(file)).getPages().map((page) => JSON.stringify(page.getSize()));
  expect(new Set(sizes).size).toBe(1);
});

test('the file says what it is, whose letters they are and in which language; where they differ, neither of both', async () => {
  const aboutOf = async (letters: Uint8Array[]) => {
    const file = await PDFDocument.load(await merged(letters), { updateMetadata: false });
    const language = file.catalog.lookupMaybe(PDFName.of('Lang'), PDFHexString)?.decodeText();
    const isShown = file.catalog.getViewerPreferences()?.getDisplayDocTitle();
    return [file.getTitle(), file.getAuthor(), language, isShown];
  };
  const company = { ...aContent().company, name: 'Cabinet Rivière' };
  const [french, english, another] = [
    await letterOf(1),
    await letterOf(1, { language: 'en' }),
    await letterOf(1, { company }),
  ];
  expect(await aboutOf([french, french])).toEqual([TITLE, 'Diagnostics Immobiliers Garonne', 'fr-FR', true]);
  expect(await aboutOf([french, english])).toEqual([TITLE, 'Diagnostics Immobiliers Garonne', undefined, true]);
  expect(await aboutOf([another, french])).toEqual([TITLE, undefined, 'fr-FR', true]);
});
