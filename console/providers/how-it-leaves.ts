import { isPrintedHere, type PrintOffer, type Sending } from './is-printed-here.ts';

/**
 * An e-mail or an SMS is sent automatically (`itself`). A letter is posted by the print provider (`posted`) or made
 * here to be printed (`made`); a registered one then waits until its posting is recorded (`waits`).
 */
export type HowItLeaves = 'itself' | 'posted' | 'made' | 'waits';

/** How a message is sent; undefined until it is known who posts letters. */
export function howItLeaves(providers: PrintOffer | undefined, sending: Sending): HowItLeaves | undefined {
  if (sending.kind !== 'letter') return 'itself';
  if (!providers) return undefined;
  if (!isPrintedHere(providers, sending)) return 'posted';
  return (sending.letter_kind ?? 'simple') === 'simple' ? 'made' : 'waits';
}
