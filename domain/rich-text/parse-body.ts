import { Parser } from 'htmlparser2';
import { printable } from '../format/printable.ts';
import { BlockBuilder } from './block-builder.ts';
import { colourOfStyle } from './colour.ts';
import type { Block, Marks } from './document.ts';
import { safeHref } from './safe-href.ts';

/** Longer bodies are cut: a letter is read by a person. */
const MAX_BODY_CHARACTERS = 40_000;
/** The limit with markup; it also limits how deep tags nest. */
const MAX_HTML_CHARACTERS = 3 * MAX_BODY_CHARACTERS;
const MAX_WARNINGS = 20;
const HEADINGS = new Map<string, 2 | 3>([
  ['h1', 2],
  ['h2', 2],
  ['h3', 3],
  ['h4', 3],
  ['h5', 3],
  ['h6', 3],
]);
const KNOWN = new Set(['p', 'h2', 'h3', 'ul', 'ol', 'li', 'br', 'a', 'strong', 'em', 'u', 'span']);
const SAME_AS = new Map([
  ['b', 'strong'],
  ['i', 'em'],
]);
const INLINE = new Set(['a', 'strong', 'em', 'u', 'span', 'b', 'i', 'font', 'small', 'sub', 'sup', 'code', 'img']);
/** Tags dropped with their whole content. */
const NOT_TEXT = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'iframe',
  'noscript',
  'svg',
  'math',
  'template',
  'object',
  'select',
  'xmp',
]);

interface ParsedBody {
  blocks: Block[];
  /** What was dropped, as one French sentence each. */
  warnings: string[];
}

/**
 * Reads a template's simple HTML, or plain text with newlines, into blocks. Everything else is dropped and reported as
 * a warning.
 */
export function parseBody(bodyHtml: string): ParsedBody {
  const reader = new BodyReader();
  const cut = bodyHtml.slice(0, MAX_HTML_CHARACTERS);
  const parser = new Parser(reader, { decodeEntities: true, recognizeSelfClosing: false });
  parser.end(isPlainText(cut) ? htmlOfPlainText(cut) : cut);
  if (cut !== bodyHtml) reader.warn(TOO_LONG);
  return { blocks: reader.builder.blocks, warnings: [...reader.warnings] };
}

const TOO_LONG = `Le texte dépasse ${MAX_BODY_CHARACTERS} caractères\u00a0: la suite a été retirée.`;

function isPlainText(body: string): boolean {
  return !/<\/?[a-z][^>]*>|<!--/i.test(body);
}

/** Turns plain text into HTML: a blank line separates paragraphs, a newline is a line break. */
function htmlOfPlainText(body: string): string {
  const escaped = body.replaceAll('<', '&lt;').replace(/\r\n?/g, '\n').trim();
  const paragraphs = escaped.split(/\n[ \t]*\n\s*/).map((paragraph) => paragraph.replaceAll('\n', '<br>'));
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
}

/**
 * Handler for htmlparser2, which reports an end for every start tag. Keeps a stack of marks, so deep nesting costs
 * nothing.
 */
class BodyReader {
  readonly builder = new BlockBuilder();
  readonly warnings = new Set<string>();
  private readonly marks: Marks[] = [{}];
  private readonly lists: string[] = [];
  private silent = 0;
  private characters = 0;

  warn(sentence: string): void {
    if (this.warnings.size < MAX_WARNINGS) this.warnings.add(sentence);
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (NOT_TEXT.has(name)) this.silent += 1;
    if (this.silent > 0) return this.warn(`La balise <${name.slice(0, 30)}> a été retirée.`);
    if (!KNOWN.has(name)) this.warnUnknown(name);
    const marks = this.marksFor(SAME_AS.get(name) ?? name, attributes);
    if (INLINE.has(name)) this.marks.push(marks);
    else this.openBlock(name);
  }

  ontext(text: string): void {
    if (this.silent > 0) return;
    const room = MAX_BODY_CHARACTERS - this.characters;
    this.characters += text.length;
    if (text.length > room) this.warn(TOO_LONG);
    this.builder.text(printable(text.slice(0, Math.max(room, 0))), this.marks.at(-1)!);
  }

  onclosetag(name: string): void {
    if (NOT_TEXT.has(name)) this.silent -= 1;
    else if (this.silent > 0) return;
    else if (INLINE.has(name)) this.marks.pop();
    else if (name === 'ul' || name === 'ol') this.closeList();
    else if (name !== 'br') this.builder.finish();
  }

  onend(): void {
    this.builder.closeList();
  }

  private openBlock(name: string): void {
    if (name === 'br') return this.builder.lineBreak();
    if (name === 'ul' || name === 'ol') {
      if (this.lists.length > 0) this.warn('Les listes imbriquées ont été ramenées à un seul niveau.');
      this.lists.push(name);
      return this.builder.openList(name === 'ol');
    }
    this.builder.start(HEADINGS.get(name) ?? null);
  }

  private closeList(): void {
    this.lists.pop();
    if (this.lists.length === 0) this.builder.closeList();
    else this.builder.finish();
  }

  private warnUnknown(name: string): void {
    const heading = HEADINGS.get(name);
    const replacement = SAME_AS.get(name) ?? (heading ? `h${heading}` : null);
    const fate = replacement ? `remplacée par <${replacement}>` : 'retirée, son texte est resté';
    this.warn(`La balise <${name.slice(0, 30)}> a été ${fate}.`);
  }

  private marksFor(name: string, attributes: Record<string, string>): Marks {
    const marks: Marks = { ...this.marks.at(-1)! };
    if (name === 'strong') marks.strong = true;
    if (name === 'em') marks.em = true;
    if (name === 'u') marks.underline = true;
    for (const [attribute, value] of Object.entries(attributes)) {
      const href = name === 'a' && attribute === 'href' ? safeHref(value) : null;
      const color = name === 'span' && attribute === 'style' ? colourOfStyle(value) : null;
      if (href) marks.href = href;
      else if (color) marks.color = color;
      else this.warn(`L’attribut ${attribute.slice(0, 30)} de <${name.slice(0, 30)}> a été retiré${detail(value)}.`);
      if (color && /;\s*\S/.test(value)) this.warn('Le style de <span> a été ramené à sa couleur.');
    }
    return marks;
  }
}

function detail(value: string): string {
  return value === '' ? '' : ` (${value.slice(0, 40)})`;
}
