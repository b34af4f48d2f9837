import type { TemplateText } from '../reminder-content.ts';
import { plainText } from '../rich-text/document.ts';
import { parseBody } from '../rich-text/parse-body.ts';
import { splitTags } from '../tags/split-tags.ts';
import type { Tag } from '../tags/tag-list.ts';

export interface AuthorText {
  text: string;
  tags: Set<Tag>;
  unknownTags: string[];
}

/**
 * The author's own words, ready for matching: lower case, no accents, plain spaces and hyphens, no invisible
 * characters. Tags are blanked out, so that a customer named "Frais" or a balance of 40,00 € does not count as wording.
 */
export function authorText(template: TemplateText): AuthorText {
  const lines = [template.subject];
  for (const block of parseBody(template.bodyHtml).blocks) {
    if (block.type === 'list') lines.push(...block.items.map(plainText));
    else lines.push(plainText(block.inlines));
  }
  const pieces = splitTags(lines.join('\n'));
  const words = pieces.map((piece) => (piece.type === 'text' ? piece.text : '\ufffc')).join('');
  return {
    text: normalizeWords(words),
    tags: new Set(pieces.flatMap((piece) => (piece.type === 'tag' ? piece.tag : []))),
    unknownTags: [...new Set(pieces.flatMap((piece) => (piece.type === 'unknown' ? piece.word : [])))],
  };
}

/** Normalises words: lower case, no accents, plain spaces and hyphens, no invisible characters. */
export function normalizeWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/[^\S\n]+/g, ' ')
    .toLowerCase();
}
