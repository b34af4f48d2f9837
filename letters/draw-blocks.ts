import type { MessageBlock } from '../domain/tags/expand-template.ts';
import type { Inline } from '../domain/rich-text/document.ts';
import type { Labels } from '../domain/wording/labels.ts';
import { drawInlines, heightOfInlines } from './draw-inlines.ts';
import { face } from './fonts.ts';
import type { ItemTable } from '../domain/tags/item-table.ts';
import { drawFilesTable } from './files-table.ts';
import { drawItemsTable } from './items-table.ts';
import { TABLE_BEGINNING } from './table-parts.ts';
import { BOTTOM, INK, LEFT, USUAL, WIDTH, type Spacing } from './page-geometry.ts';

const BODY_SIZE = 10;
const INDENT = 16;
const MOST_UNBROKEN = 6;

interface Layout {
  spacing?: Spacing | undefined;
  /** Height in points of what follows the blocks and stays on the page of the last one. */
  below?: number;
}

/**
 * Draws the blocks of a letter one below the other from `doc.y` down, over as many pages as needed. `signature` is the last
 * block of the author's text, whatever the law requires to stand below it.
 */
export function drawBlocks(
  doc: PDFKit.PDFDocument,
  blocks: readonly MessageBlock[],
  labels: Labels,
  signature: MessageBlock | undefined,
  { spacing = USUAL, below = 0 }: Layout = {},
): void {
  const { after, lineGap } = spacing;
  blocks.forEach((block, index) => {
    const isBeforeSignature = blocks[index + 1] === signature;
    const together = blocks.slice(index, index + (isBeforeSignature ? 2 : 1));
    const next = blocks[index + together.length];
    const kept = next === undefined ? below : next.type === 'items' ? TABLE_BEGINNING : 0;
    if (isBeforeSignature || kept > 0) keepTogether(doc, together, spacing, kept);
    if (block.type === 'items') drawTable(doc, block, labels);
    else if (block.type === 'list') drawList(doc, block, lineGap);
    else if (block.type === 'heading') drawHeading(doc, block);
    else drawParagraph(doc, block.inlines, lineGap);
    doc.y += after;
  });
}

/** Draws a paragraph of which no line is alone on a page; one of up to 6 lines is all on one page. */
function drawParagraph(doc: PDFKit.PDFDocument, inlines: readonly Inline[], lineGap: number): void {
  const box = { x: LEFT, width: WIDTH, size: BODY_SIZE, lineGap };
  if (doc.y + mostHeight(inlines) > BOTTOM) keepLines(doc, heightOfInlines(doc, inlines, box), lineGap);
  drawInlines(doc, inlines, box);
}

/**
 * More than a paragraph's height in points, from its number of characters. Where even that fits, nothing is measured, which
 * would take as long as drawing.
 */
function mostHeight(inlines: readonly Inline[]): number {
  const lines = inlines.reduce((sum, inline) => sum + (inline.type === 'break' ? 1 : inline.text.length / 60), 2);
  return lines * 1.4 * BODY_SIZE;
}

function keepLines(doc: PDFKit.PDFDocument, height: number, lineGap: number): void {
  if (doc.y + height <= BOTTOM) return;
  face(doc, 'regular', BODY_SIZE, INK);
  const line = doc.currentLineHeight(true) + lineGap;
  const lines = Math.round(height / line);
  // Below the last line of a page no gap is needed.
  const here = Math.floor((BOTTOM + lineGap - doc.y) / line + 0.01);
  const { page } = doc;
  if (lines <= MOST_UNBROKEN || here < 2) doc.addPage();
  else if (lines - here === 1) page.margins = { ...page.margins, bottom: page.margins.bottom + line };
}

function drawTable(doc: PDFKit.PDFDocument, table: ItemTable, labels: Labels): void {
  if (table.files) drawFilesTable(doc, table, table.files);
  else drawItemsTable(doc, table, labels);
}

/** Begins a new page when these blocks, and `below` points after them, do not fit on this one. */
function keepTogether(
  doc: PDFKit.PDFDocument,
  blocks: readonly MessageBlock[],
  { after, lineGap }: Spacing,
  below: number,
): void {
  const most = blocks.reduce((sum, block) => sum + (block.type === 'paragraph' ? mostHeight(block.inlines) : 0), below);
  if (doc.y + most + blocks.length * after <= BOTTOM) return;
  let height = 0;
  for (const block of blocks) {
    if (block.type !== 'paragraph') return;
    height += heightOfInlines(doc, block.inlines, { x: LEFT, width: WIDTH, size: BODY_SIZE, lineGap }) + after;
  }
  if (height < 200 && doc.y + height + below > BOTTOM) doc.addPage();
}

function drawHeading(doc: PDFKit.PDFDocument, block: Extract<MessageBlock, { type: 'heading' }>): void {
  if (doc.y + 48 > BOTTOM) doc.addPage();
  drawInlines(doc, block.inlines, { x: LEFT, width: WIDTH, size: block.rank === 2 ? 13 : 11, bold: true });
}

function drawList(doc: PDFKit.PDFDocument, list: Extract<MessageBlock, { type: 'list' }>, lineGap: number): void {
  list.items.forEach((item, index) => {
    if (doc.y + 14 > BOTTOM) doc.addPage();
    const y = doc.y;
    face(doc, 'regular', BODY_SIZE, INK);
    doc.text(list.ordered ? `${index + 1}.` : '•', LEFT + 2, y, { lineBreak: false });
    doc.y = y;
    drawInlines(doc, item, { x: LEFT + INDENT, width: WIDTH - INDENT, size: BODY_SIZE, lineGap });
    doc.y += 2;
  });
}
