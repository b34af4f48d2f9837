import type { Inline } from './document.ts';

/** The longest address that somebody is asked to type from a sheet of paper: about a line. */
export const LONGEST_TYPED = 90;

/**
 * Runs with the address of each link after its words, unless the words are the address, for readers who cannot press on it; one that
 * was cut stands whole in the place of its words. `write` sets the words, never an address, which capitals would break; one longer than
 * `longest` is not shown.
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
