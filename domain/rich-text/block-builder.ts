import { sameMarks, type Block, type Inline, type Marks } from './document.ts';

/** Collects text and line breaks into blocks; knows nothing about HTML. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  private inlines: Inline[] = [];
  private rank: 2 | 3 | null = null;
  private list: { type: 'list'; ordered: boolean; items: Inline[][] } | null = null;

  /** White space collapses as in HTML; no-break spaces stay. */
  text(raw: string, marks: Marks): void {
    this.inlines.push({ type: 'text', text: raw.replace(/[ \t\r\n\f]+/g, ' '), marks: { ...marks } });
  }

  lineBreak(): void {
    this.inlines.push({ type: 'break' });
  }

  /** Ends the current block and starts a heading of that rank, or, with null, a paragraph or list item. */
  start(rank: 2 | 3 | null): void {
    this.finish();
    this.rank = rank;
  }

  openList(ordered: boolean): void {
    this.finish();
    this.list ??= { type: 'list', ordered, items: [] };
  }

  closeList(): void {
    this.finish();
    if (this.list && this.list.items.length > 0) this.blocks.push(this.list);
    this.list = null;
  }

  /** Ends the current block; an empty one is dropped. Text inside a list but outside an item becomes an item. */
  finish(): void {
    const inlines = tidy(this.inlines);
    this.inlines = [];
    const rank = this.rank;
    this.rank = null;
    if (inlines.length === 0) return;
    if (this.list) this.list.items.push(inlines);
    else if (rank) this.blocks.push({ type: 'heading', rank, inlines });
    else this.blocks.push({ type: 'paragraph', inlines });
  }
}

/** Tidies a block: no spaces or breaks at its edges, no spaces around a break, no double spaces, no empty runs. */
function tidy(inlines: Inline[]): Inline[] {
  const kept: Inline[] = [];
  for (const inline of inlines) {
    if (inline.type === 'break') {
      trimEnd(kept);
      if (kept.length > 0) kept.push(inline);
      continue;
    }
    const last = kept.at(-1);
    const afterSpace = last === undefined || last.type === 'break' || last.text.endsWith(' ');
    const text = afterSpace ? inline.text.replace(/^ +/, '') : inline.text;
    if (text === '') continue;
    if (last?.type === 'text' && sameMarks(last.marks, inline.marks)) last.text += text;
    else kept.push({ ...inline, text });
  }
  while (trimEnd(kept) || kept.at(-1)?.type === 'break') if (kept.at(-1)?.type === 'break') kept.pop();
  return kept;
}

/** Removes trailing spaces; returns true when that removed the whole run. */
function trimEnd(inlines: Inline[]): boolean {
  const last = inlines.at(-1);
  if (last?.type !== 'text') return false;
  last.text = last.text.replace(/ +$/, '');
  if (last.text !== '') return false;
  inlines.pop();
  return true;
}
