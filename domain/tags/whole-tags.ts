import type { Inline } from '../rich-text/document.ts';

/**
 * Repairs tags of which a part has other formatting, as editors leave it (`#bal<em>ance</em>`): the whole tag goes into
 * its first run.
 */
export function wholeTags(inlines: readonly Inline[]): Inline[] {
  const whole: Inline[] = [];
  for (const inline of inlines) {
    const last = whole.at(-1);
    const isBegun = last?.type === 'text' && /#(?:\p{L}[\p{L}\p{N}_]*)?$/u.test(last.text);
    const rest = isBegun && inline.type === 'text' ? /^[\p{L}\p{N}_]*/u.exec(inline.text)![0] : '';
    if (rest === '' || last?.type !== 'text' || inline.type !== 'text') {
      whole.push(inline);
      continue;
    }
    whole[whole.length - 1] = { ...last, text: last.text + rest };
    if (inline.text !== rest) whole.push({ ...inline, text: inline.text.slice(rest.length) });
  }
  return whole;
}
