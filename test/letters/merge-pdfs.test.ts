import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { pickVariant } from '../../domain/shipped/pick-variant.ts';
import { SHIPPED_TEMPLATES } from '../../domain/shipped/templates.ts';
import type { ReminderContent } from '../../domain/reminder-content.ts';
import { mergePdfs } from '../../letters/merge-pdfs.ts';
import { renderLetter } from '../../letters/render-letter.ts';
import { printedTexts } from './read-pdf.ts';
import { aContent } from './sample-content.ts';

function shippedLetter(key: 'r1' | 'r3', content: ReminderContent): Promise<Uint8Array> {
  const template = SHIPPED_TEMPLATES.find((candidate) => candidate.key === key)!;
  return renderLetter(pickVariant(template, { ...content, kind: 'letter' }), content);
}

async function merged(letters: Iterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of mergePdfs(letters)) pieces.push(piece);
  return Buffer.concat(pieces);
}

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
  for await (const piece of mergePdfs(letters())) {
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
