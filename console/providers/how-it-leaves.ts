import { isPrintedHere, type PrintOffer, type Sending } from './is-printed-here.ts';

/** A mail or an SMS by itself; a letter by the print provider, or made here, where a registered one waits until it was posted. */
export type HowItLeaves = 'itself' | 'posted' | 'made' | 'waits';

/** What comes of what is sent; undefined while it is not known who posts letters. */
export function howItLeaves(providers: PrintOffer | undefined, sending: Sending): HowItLeaves | undefined {
  if (sending.kind !== 'letter') return 'itself';
  if (!providers) return undefined;
  if (!isPrintedHere(providers, sending)) return 'posted';
  return (sending.letter_kind ?? 'simple') === 'simple' ? 'made' : 'waits';
}
