import type { Inline } from './document.ts';

/** The longest address that a reader can be expected to type from paper: about a line. */
export const LONGEST_TYPED = 90;

/**
 * Adds the address of each link after its words, for readers who cannot click it, unless the words already contain it;
 * words that are a shortened address are replaced by the whole one. `write` transforms the words (for example into
 * capitals) but never an address. An address longer than `longest` is not shown.
 */
export function withLinkAddresses(
  inlines: readonly Inline[],
  { write = (words: string) => words, longest = Infinity } = {},
): Inline[] {
  return inlines.map((inline, index): Inline => {
    if (inline.type === 'break') return inline;
    if (!inline.marks.href) return { ...inline, text: write(inline.text) };
    const next = inlines[index + 1];
    const goesOn = next?.type === 'text' && next.marks.href === inline.marks.href;
    const address = inline.marks.href.replace(/^mailto:/, '');
    if (inline.text.includes(address)) return inline;
    const isCut = inline.text.endsWith('…') && address.startsWith(inline.text.slice(0, -1));
    if (isCut) return { ...inline, text: address };
    const shown = goesOn || address.length > longest ? '' : ` (${address})`;
    return { ...inline, text: write(inline.text) + shown };
  });
}
