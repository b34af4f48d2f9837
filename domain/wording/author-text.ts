import type { TemplateText } from '../reminder-content.ts';
import { plainText } from '../rich-text/document.ts';
import { parseBody } from '../rich-text/parse-body.ts';
import { splitTags } from '../tags/split-tags.ts';
import type { Tag } from '../tags/tag-list.ts';

/**
 * The author's own words, ready for matching: lower case, no accents, plain spaces and hyphens, no invisible
 * characters. Tags are blanked out, so that a customer named "Frais" or a balance of 40,00 € is nobody's wording.
 */
export function authorText(template: TemplateText): { text: string; tags: Set<Tag> } {
  const lines = [template.subject];
  for (const block of parseBody(template.bodyHtml).blocks) {
    if (block.type === 'list') lines.push(...block.items.map(plainText));
    else lines.push(plainText(block.inlines));
  }
  const tags = new Set<Tag>();
  const words = lines.map((line) => withoutTags(line, tags)).join('\n');
  return { text: normalize(words), tags };
}

function withoutTags(line: string, tags: Set<Tag>): string {
  const pieces = splitTags(line).map((piece) => {
    if (piece.type === 'tag') tags.add(piece.tag);
    return piece.type === 'text' ? piece.text : '\ufffc';
  });
  return pieces.join('');
}

function normalize(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/[^\S\n]+/g, ' ')
    .toLowerCase();
}
