/** The text after the separator, without its own full stop; empty when there is no text. */
export function said(text: string | undefined, separator: string): string {
  const words = text?.trim().replace(/[.\s]+$/, '');
  return words ? `${separator}${words}` : '';
}

/** Adds a full stop unless the sentence already ends. */
export function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** The French colon, which keeps its word on the line. */
export const COLON = '\u00a0: ';
