/** How a piece of text is set. */
export interface Marks {
  strong?: true;
  em?: true;
  underline?: true;
  /** `#rrggbb`, lower case. */
  color?: string;
  /** http, https or mailto, as `safeHref` lets through. */
  href?: string;
}

export interface TextRun {
  type: 'text';
  text: string;
  marks: Marks;
  /** The text came from a tag, not from the author: wording checks pass over it. */
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

/** Text of a line of inlines, breaks as newlines. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'break' ? '\n' : inline.text)).join('');
}

/** True when both are set the same way. */
export function sameMarks(a: Marks, b: Marks): boolean {
  return (
    a.strong === b.strong && a.em === b.em && a.underline === b.underline && a.color === b.color && a.href === b.href
  );
}
