/** The formatting of a piece of text. */
export interface Marks {
  strong?: true;
  em?: true;
  underline?: true;
  /** `#rrggbb`, lower case. */
  color?: string;
  /** An http, https or mailto address, normalised by `safeHref`. */
  href?: string;
}

export interface TextRun {
  type: 'text';
  text: string;
  marks: Marks;
  /** The text came from a tag, not from the author: wording checks ignore it. */
  fromTag?: true;
}

interface LineBreak {
  type: 'break';
}

export type Inline = TextRun | LineBreak;

export type Block =
  | { type: 'paragraph'; inlines: Inline[] }
  | { type: 'heading'; rank: 2 | 3; inlines: Inline[] }
  | { type: 'list'; ordered: boolean; items: Inline[][] };

/** The text of a line of inlines, with breaks as newlines. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'break' ? '\n' : inline.text)).join('');
}

/** Whether both have the same formatting. */
export function sameMarks(a: Marks, b: Marks): boolean {
  return (
    a.strong === b.strong && a.em === b.em && a.underline === b.underline && a.color === b.color && a.href === b.href
  );
}
