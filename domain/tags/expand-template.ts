import { fieldText } from '../format/printable.ts';
import type { LetterItem, ReminderContent, TemplateText } from '../reminder-content.ts';
import { plainText, type Block, type Inline, type Marks } from '../rich-text/document.ts';
import { parseBody } from '../rich-text/parse-body.ts';
import { labelsOf } from '../wording/labels.ts';
import { isOverdue, itemTable, itemsOf, type ItemTable } from './item-table.ts';
import { splitTags } from './split-tags.ts';
import { isTableTag, type TableTag, type Tag } from './tag-list.ts';
import { listOfNumbers, tagValues, type TagValue, type TextTag } from './tag-values.ts';
import { wholeTags } from './whole-tags.ts';

export type MessageBlock = Block | ItemTable;

/** A message with its tags filled in, from which the mail and the letter are drawn. */
export interface ExpandedMessage {
  subject: string;
  blocks: MessageBlock[];
  /** Tags without a value; the paragraph or list item that holds one is left out. */
  omittedTags: Tag[];
}

/** Thrown for a template with a tag that does not exist: nothing may be sent with it. */
export class UnknownTagError extends Error {
  readonly words: readonly string[];
  constructor(words: readonly string[]) {
    super(`unknown tag: ${words.join(', ')}`);
    this.name = 'UnknownTagError';
    this.words = words;
  }
}

const MAX_SUBJECT_CHARACTERS = 200;

/**
 * Replaces the tags by their values, once. A paragraph (or list item) with a tag without a value is left out whole, so
 * « Pour régler en ligne : #payment_link » disappears when there is no link; an empty table counts as a tag without a
 * value. A table tag in a paragraph splits it in two. Items for information follow the first table, or the text when
 * there is none.
 * @throws UnknownTagError when a tag does not exist.
 */
export function expandTemplate(template: TemplateText, content: ReminderContent): ExpandedMessage {
  const expansion = new Expansion(content);
  const subject = expansion.subject(template.subject);
  const blocks = parseBody(template.bodyHtml).blocks.flatMap((block) => expansion.block(block));
  if (expansion.unknown.size > 0) throw new UnknownTagError([...expansion.unknown]);
  return { subject, blocks: withInformation(blocks, content), omittedTags: [...expansion.omitted] };
}

class Expansion {
  readonly unknown = new Set<string>();
  readonly omitted = new Set<Tag>();
  private readonly values: Record<TextTag, TagValue>;
  private readonly content: ReminderContent;

  constructor(content: ReminderContent) {
    this.content = content;
    this.values = tagValues(content);
  }

  subject(text: string): string {
    const pieces = splitTags(fieldText(text, 400)).map((piece) => {
      if (piece.type === 'text') return piece.text;
      if (piece.type === 'tag') return this.valueInSubject(piece.tag)?.text ?? '';
      this.unknown.add(piece.word);
      return '';
    });
    // Removes what a missing value leaves behind, as in « Rappel – ».
    return fieldText(pieces.join('').replace(/[\s–:-]+$/u, ''), MAX_SUBJECT_CHARACTERS);
  }

  block(block: Block): MessageBlock[] {
    if (block.type === 'list') return this.list(block);
    const parts = this.inlines(block.inlines);
    return (parts ?? []).flatMap((part): MessageBlock[] => {
      if (!Array.isArray(part)) return [part];
      return /[\p{L}\p{N}]/u.test(plainText(part)) ? [{ ...block, inlines: part }] : [];
    });
  }

  private list(block: Extract<Block, { type: 'list' }>): MessageBlock[] {
    const parts = block.items.map((item) => this.inlines(item) ?? []);
    const items = parts.map((item) => item.filter(Array.isArray).flat() as Inline[]).filter((item) => item.length > 0);
    const tables = parts.flat().filter((part): part is ItemTable => !Array.isArray(part));
    return [...(items.length > 0 ? [{ ...block, items }] : []), ...tables];
  }

  /** Runs of inlines with tables in between; null when a tag in it has no value, so that the paragraph is left out. */
  private inlines(inlines: readonly Inline[]): (Inline[] | ItemTable)[] | null {
    const parts: (Inline[] | ItemTable)[] = [[]];
    let complete = true;
    for (const inline of wholeTags(inlines)) {
      if (inline.type === 'break') (parts.at(-1) as Inline[]).push(inline);
      else complete = this.run(inline.text, inline.marks, parts) && complete;
    }
    return complete ? parts.map((part) => (Array.isArray(part) ? sayOnce(trimBreaks(part)) : part)) : null;
  }

  /** Adds the pieces of a text to `parts`; returns false when a tag has no value. */
  private run(text: string, marks: Marks, parts: (Inline[] | ItemTable)[]): boolean {
    let complete = true;
    for (const piece of splitTags(text)) {
      const inlines = parts.at(-1) as Inline[];
      if (piece.type === 'text') inlines.push({ type: 'text', text: piece.text, marks });
      else if (piece.type === 'unknown') this.unknown.add(piece.word);
      else if (isTableTag(piece.tag)) complete = this.table(piece.tag, parts) && complete;
      else complete = this.value(piece.tag, marks, inlines) && complete;
    }
    return complete;
  }

  /** Adds a table; an empty one counts as a tag without a value. */
  private table(tag: TableTag, parts: (Inline[] | ItemTable)[]): boolean {
    const items = itemsOf(tag, this.content);
    if (items.length === 0) {
      this.omitted.add(tag);
      return false;
    }
    parts.push({ ...itemTable(items, this.content), tag }, []);
    return true;
  }

  private value(tag: TextTag, marks: Marks, inlines: Inline[]): boolean {
    const value = this.values[tag];
    if (!value) {
      this.omitted.add(tag);
      return false;
    }
    const href = marks.href ?? value.href;
    inlines.push({ type: 'text', text: value.text, marks: href ? { ...marks, href } : marks, fromTag: true });
    return true;
  }

  /** The value of a tag in a subject, which has room for three numbers. */
  private valueInSubject(tag: Tag): TagValue {
    const table = tag === '#invoice_number' ? '#items_list_selected' : tag;
    if (!isTableTag(table)) return this.values[table];
    return listOfNumbers(itemsOf(table, this.content), this.content, 3);
  }
}

function trimBreaks(inlines: Inline[]): Inline[] {
  const first = inlines.findIndex((inline) => inline.type !== 'break');
  const last = inlines.findLastIndex((inline) => inline.type !== 'break');
  return first < 0 ? [] : inlines.slice(first, last + 1);
}

/**
 * Drops a line that repeats the one above when both come from tags: in a signature, the company's name appears twice
 * when no person signs.
 */
function sayOnce(inlines: Inline[]): Inline[] {
  const isRepeat = (at: number): boolean => {
    const [line, above, rule] = [inlines[at], inlines[at - 2], inlines[at - 1]];
    if (line?.type !== 'text' || above?.type !== 'text' || rule?.type !== 'break') return false;
    return line.fromTag === true && above.fromTag === true && line.text === above.text;
  };
  return inlines.filter((inline, at) => !isRepeat(at) && !(inline.type === 'break' && isRepeat(at + 1)));
}

function withInformation(blocks: MessageBlock[], content: ReminderContent): MessageBlock[] {
  const items = notShown(blocks, content);
  if (items.length === 0) return blocks;
  const labels = labelsOf(content.language);
  // "Also overdue" only beside items that are overdue: a preventive message is about items that are not due yet.
  const isOverdueToo = items.every(isOverdue) && itemsOf('#items_list_selected', content).some(isOverdue);
  const text = (isOverdueToo ? labels.informationTitle : labels.accountTitle)(items.length);
  const title: Block = { type: 'paragraph', inlines: [{ type: 'text', text, marks: {} }] };
  const firstTable = blocks.findIndex((block) => block.type === 'items');
  const at = firstTable < 0 ? blocks.length : firstTable + 1;
  return [...blocks.slice(0, at), title, itemTable(items, content), ...blocks.slice(at)];
}

/** The items for information, without those that a table of the whole account has already shown. */
function notShown(blocks: readonly MessageBlock[], content: ReminderContent): LetterItem[] {
  const rows = blocks.flatMap((block) => (block.type === 'items' ? block.rows : []));
  const shown = new Set(rows.map((row) => row.number));
  const rowOf = (item: LetterItem) => itemTable([item], content).rows[0]!;
  return itemsOf('information', content).filter((item) => !shown.has(rowOf(item).number));
}
