import type { TemplateText } from '../reminder-content.ts';
import { plainText } from '../rich-text/document.ts';
import { parseBody } from '../rich-text/parse-body.ts';
import { splitTags, type TagPiece } from './split-tags.ts';

/** The tags of a text, and what its author wrote between them; in the subject first. */
export function piecesOf({ subject, bodyHtml }: TemplateText): TagPiece[] {
  const { blocks } = parseBody(bodyHtml);
  const lines = blocks.flatMap((block) => (block.type === 'list' ? block.items : [block.inlines])).map(plainText);
  return [subject, ...lines].flatMap(splitTags);
}
