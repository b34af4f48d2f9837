/** The text behind its separator, without its own full stop; nothing when there is none. */
export function said(text: string | undefined, separator: string): string {
  const words = text?.trim().replace(/[.\s]+$/, '');
  return words ? `${separator}${words}` : '';
}

/** Ends a sentence that may already end. */
export function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
