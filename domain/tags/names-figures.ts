import type { TemplateText } from '../reminder-content.ts';
import { piecesOf } from './pieces-of.ts';

/**
 * Whether an author wrote figures into a text: a sum, a number, a date. They stay as they are when money moves, whereas
 * tags follow it.
 */
export function namesFigures(text: TemplateText): boolean {
  return piecesOf(text).some((piece) => piece.type === 'text' && /\p{Nd}/u.test(piece.text));
}
