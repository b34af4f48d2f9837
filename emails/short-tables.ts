import type { ReminderContent } from '../domain/reminder-content.ts';
import type { MessageBlock } from '../domain/tags/expand-template.ts';
import type { ItemRow, ItemTable } from '../domain/tags/item-table.ts';
import type { Labels } from '../domain/wording/labels.ts';

/** Clients cut a mail at 102 kB, and what is asked for and by when stands below the tables: this is the room for rows. */
const ROOM_BYTES = 75_000;
/** The size of a row in React's output, styles included. */
const ROW_BYTES = 900;
const LINK_BYTES = 150;
const CELL_BYTES = 180;
const FEWEST_OF_A_TABLE = 5;

/**
 * The blocks of an HTML mail with no more rows than clients show; the attached letter has the others. A mail without a
 * letter (an acknowledgement, or one to a colleague) keeps all its rows.
 */
export function shortTables(
  blocks: readonly MessageBlock[],
  content: Pick<ReminderContent, 'isInternal' | 'mentions'>,
  labels: Labels,
): MessageBlock[] {
  const isAlone = content.isInternal === true || content.mentions !== undefined;
  if (isAlone) return [...blocks];
  let left = ROOM_BYTES;
  return blocks.map((block) => {
    if (block.type !== 'items') return block;
    const bytes = block.rows.map((row, at) => bytesOf(row, block.files?.rows[at]));
    const most = bytes.findIndex((_, at) => at >= FEWEST_OF_A_TABLE && sum(bytes.slice(0, at + 1)) > left);
    const short = most < 0 ? block : shortTable(block, most, labels);
    left -= sum(bytes.slice(0, short.rows.length));
    return short;
  });
}

function bytesOf(row: ItemRow, cells: readonly string[] | undefined): number {
  if (cells) return sum(cells.map((cell) => CELL_BYTES + cell.length));
  const links = [row.invoiceHref, row.paymentHref].map((href) => (href === null ? 0 : LINK_BYTES + href.length));
  return ROW_BYTES + sum(links) + row.number.length + (row.note?.length ?? 0);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function shortTable(table: ItemTable, most: number, labels: Labels): ItemTable {
  const cut = table.rows.length - most;
  return {
    ...table,
    rows: table.rows.slice(0, most),
    ...(table.files ? { files: { ...table.files, rows: table.files.rows.slice(0, most) } } : {}),
    // When rows were hidden before, the letter does not have them either.
    moreItems: table.hiddenCount > 0 ? labels.moreItems(table.hiddenCount + cut) : labels.moreInLetter(cut),
  };
}
