import type { MessageBlock } from '../domain/tags/expand-template.ts';
import type { Labels } from '../domain/wording/labels.ts';
import { drawInlines, heightOfInlines } from './draw-inlines.ts';
import { face } from './fonts.ts';
import type { ItemTable } from '../domain/tags/item-table.ts';
import { drawFilesTable } from './files-table.ts';
import { drawItemsTable } from './items-table.ts';
import { BOTTOM, INK, LEFT, WIDTH } from './page-geometry.ts';

const BODY_SIZE = 10;
const INDENT = 16;
const SPACE_AFTER = 6;

/**
 * Draws the blocks of a letter one below the other from `doc.y` down, over as many pages as needed. `signature` is the last
 * block of the author's text, whatever the law requires to stand below it.
 */
export function drawBlocks(
  doc: PDFKit.PDFDocument,
  blocks: readonly MessageBlock[],
  labels: Labels,
  signature: MessageBlock | undefined,
): void {
  blocks.forEach((block, index) => {
    if (blocks[index + 1] === signature) keepTogether(doc, blocks.slice(index, index + 2));
    if (block.type === 'items') drawTable(doc, block, labels);
    else if (block.type === 'list') drawList(doc, block);
    else if (block.type === 'heading') drawHeading(doc, block);
    else drawInlines(doc, block.inlines, { x: LEFT, width: WIDTH, size: BODY_SIZE });
    doc.y += SPACE_AFTER;
  });
}

function drawTable(doc: PDFKit.PDFDocument, table: ItemTable, labels: Labels): void {
  if (table.files) drawFilesTable(doc, table, table.files);
  else drawItemsTable(doc, table, labels);
}

/** Keeps the last paragraph on the same page as the signature. */
function keepTogether(doc: PDFKit.PDFDocument, blocks: readonly MessageBlock[]): void {
  let height = 0;
  for (const block of blocks) {
    if (block.type !== 'paragraph') return;
    height += heightOfInlines(doc, block.inlines, { x: LEFT, width: WIDTH, size: BODY_SIZE }) + SPACE_AFTER;
  }
  if (height < 200 && doc.y + height > BOTTOM) doc.addPage();
}

function drawHeading(doc: PDFKit.PDFDocument, block: Extract<MessageBlock, { type: 'heading' }>): void {
  if (doc.y + 48 > BOTTOM) doc.addPage();
  drawInlines(doc, block.inlines, { x: LEFT, width: WIDTH, size: block.rank === 2 ? 13 : 11, bold: true });
}

function drawList(doc: PDFKit.PDFDocument, list: Extract<MessageBlock, { type: 'list' }>): void {
  list.items.forEach((item, index) => {
    if (doc.y + 14 > BOTTOM) doc.addPage();
    const y = doc.y;
    face(doc, 'regular', BODY_SIZE, INK);
    doc.text(list.ordered ? `${index + 1}.` : '•', LEFT + 2, y, { lineBreak: false });
    doc.y = y;
    drawInlines(doc, item, { x: LEFT + INDENT, width: WIDTH - INDENT, size: BODY_SIZE });
    doc.y += 2;
  });
}
