import { isTag, type Tag } from './tag-list.ts';

const WORD_JOINER = '\u2060';

export type TagPiece = { type: 'text'; text: string } | { type: 'tag'; tag: Tag } | { type: 'unknown'; word: string };

/**
 * Splits a text into tags and the text between them. A tag is the longest run of letters, digits and `_` after `#`, so
 * `#items_list_selected` is never read as `#items_list`, and `#customer_names` is an unknown tag, not a known one
 * followed by an s. `#` before a digit, inside a word or in an address (`https://…/#top`) is plain text unless the tag
 * is known. The result is never split again: a customer named "#iban" keeps that name.
 */
export function splitTags(text: string): TagPiece[] {
  const pieces: TagPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(/#[\p{L}][\p{L}\p{N}_]*/gu)) {
    const word = match[0];
    const known = isTag(word);
    if (!known && isPartOfWordOrAddress(text, match.index)) continue;
    if (match.index > from) pieces.push({ type: 'text', text: unquote(text.slice(from, match.index)) });
    pieces.push(known ? { type: 'tag', tag: word } : { type: 'unknown', word: word.slice(0, 60) });
    from = match.index + word.length;
  }
  if (from < text.length) pieces.push({ type: 'text', text: unquote(text.slice(from)) });
  return pieces;
}

function isPartOfWordOrAddress(text: string, at: number): boolean {
  const before = /\S{0,200}$/u.exec(text.slice(Math.max(0, at - 200), at))![0];
  return /[\p{L}\p{N}]$/u.test(before) || before.includes('://');
}
/** Protects a value that is written into a text which `splitTags` reads again: every `#` in it stays a plain sign. */
export function quoteTags(text: string): string {
  return text.replace(/#(?=\p{L})/gu, `#${WORD_JOINER}`);
}

function unquote(text: string): string {
  return text.replaceAll(`#${WORD_JOINER}`, '#');
}
