/** Turns a part of a sentence into a sentence, with capital and full stop. */
export function asSentence(part: string): string {
  return `${part.charAt(0).toUpperCase()}${part.slice(1)}.`;
}

/** Lower-cases the first letter so that the text can follow within a sentence; `R2` and abbreviations stay as they are. */
export function uncapitalised(sentence: string): string {
  return /^\p{Lu}[\p{Lu}\d]/u.test(sentence) ? sentence : `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

/** Joins parts as `a, b et c`; `and` is the word before the last. */
export function listed(parts: readonly string[], and: string): string {
  const last = parts.slice(-1);
  return [parts.slice(0, -1).join(', '), ...last].filter(Boolean).join(` ${and} `);
}

/** Each text once, at its first place. */
export const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
