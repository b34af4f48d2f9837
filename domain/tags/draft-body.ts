import type { ReminderContent, TemplateText } from '../reminder-content.ts';
import type { Block, Inline } from '../rich-text/document.ts';
import { serializeBody } from '../rich-text/serialize-body.ts';
import { expandTemplate } from './expand-template.ts';
import { quoteTags } from './split-tags.ts';

/**
 * Fills in a text's tags, so that a person can read it before it leaves and may send it back corrected. Tables stay
 * tags, because a body cannot contain a table.
 * @throws UnknownTagError when a tag does not exist.
 */
export function draftText(template: TemplateText, content: ReminderContent): TemplateText {
  const { subject, blocks } = expandTemplate(template, { ...content, informationItems: [] });
  const written = blocks.map((block): Block => {
    if (block.type === 'list') return { ...block, items: block.items.map(quoted) };
    if (block.type !== 'items') return { ...block, inlines: quoted(block.inlines) };
    return {
      type: 'paragraph',
      inlines: [{ type: 'text', text: block.tag ?? '#items_list_selected', marks: {} }],
    };
  });
  return { subject: quoteTags(subject), bodyHtml: serializeBody(written) };
}

/**
 * Protects values that look like tags, so that they stay plain text when the draft comes back: a customer may be called
 * "#iban".
 */
function quoted(inlines: readonly Inline[]): Inline[] {
  return inlines.map((inline) => (inline.type === 'break' ? inline : { ...inline, text: quoteTags(inline.text) }));
}
