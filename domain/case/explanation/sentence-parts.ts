/** A part of a sentence as a sentence of its own. */
export function asSentence(part: string): string {
  return `${part.charAt(0).toUpperCase()}${part.slice(1)}.`;
}

/** Goes on within a sentence; `R2` stays as it is. */
export function uncapitalised(sentence: string): string {
  return /^R\d/.test(sentence) ? sentence : `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

/** `a, b et c`. */
export function listed(parts: readonly string[], and: string): string {
  const last = parts.slice(-1);
  return [parts.slice(0, -1).join(', '), ...last].filter(Boolean).join(` ${and} `);
}

/** Each text once, where it first stood. */
export const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
