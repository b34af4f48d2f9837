import type { ReminderContent, TemplateText } from '../reminder-content.ts';
import type { Block } from '../rich-text/document.ts';
import { plainText } from '../rich-text/document.ts';
import { parseBody } from '../rich-text/parse-body.ts';
import { serializeBody } from '../rich-text/serialize-body.ts';
import { expandTemplate } from './expand-template.ts';
import { splitTags } from './split-tags.ts';
import { isTableTag, type TableTag } from './tag-list.ts';

/**
 * A text with its values in the place of the tags, as a person reads it before it leaves and may send it back corrected.
 * Tables stay tags: no table can be written in a body.
 * @throws UnknownTagError when a tag does not exist.
 */
export function draftText(template: TemplateText, content: ReminderContent): TemplateText {
  const { subject, blocks } = expandTemplate(template, { ...content, informationItems: [] });
  const tables = tableTags(template.bodyHtml);
  const written = blocks.map((block): Block => {
    if (block.type !== 'items') return block;
    return {
      type: 'paragraph',
      inlines: [{ type: 'text', text: tables.shift() ?? '#items_list_selected', marks: {} }],
    };
  });
  return { subject, bodyHtml: serializeBody(written) };
}

function tableTags(bodyHtml: string): TableTag[] {
  const lines = parseBody(bodyHtml).blocks.flatMap((block) => (block.type === 'list' ? block.items : [block.inlines]));
  return lines.flatMap((inlines) =>
    splitTags(plainText(inlines)).flatMap((piece) =>
      piece.type === 'tag' && isTableTag(piece.tag) ? [piece.tag] : [],
    ),
  );
}
