import type { Block, Inline, Marks } from './document.ts';

/** Writes blocks as HTML that `parseBody` reads back into the same blocks. */
export function serializeBody(blocks: readonly Block[]): string {
  return blocks.map(serializeBlock).join('\n');
}

function serializeBlock(block: Block): string {
  if (block.type === 'paragraph') return `<p>${serializeInlines(block.inlines)}</p>`;
  if (block.type === 'heading') return `<h${block.rank}>${serializeInlines(block.inlines)}</h${block.rank}>`;
  const name = block.ordered ? 'ol' : 'ul';
  return `<${name}>${block.items.map((item) => `<li>${serializeInlines(item)}</li>`).join('')}</${name}>`;
}

function serializeInlines(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'break' ? '<br>' : wrap(escape(inline.text), inline.marks))).join('');
}

function wrap(html: string, marks: Marks): string {
  let wrapped = html;
  if (marks.underline) wrapped = `<u>${wrapped}</u>`;
  if (marks.em) wrapped = `<em>${wrapped}</em>`;
  if (marks.strong) wrapped = `<strong>${wrapped}</strong>`;
  if (marks.color) wrapped = `<span style="color: ${marks.color}">${wrapped}</span>`;
  if (marks.href) wrapped = `<a href="${escape(marks.href)}">${wrapped}</a>`;
  return wrapped;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
