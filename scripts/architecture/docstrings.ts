/** The docstring of an exported thing, up to the line that exports it. */
const EXPORTED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport /g;
const LEANS_ON_A_NEIGHBOUR = /^[\s*]*(The same|It|Its|They|Their)\b/;
const LACKS_A_SUBJECT = /^[\s*]*(Of|Null|Whoever|What of)\b/;

/**
 * Docstrings of exported things that cannot be read by themselves. Some begin with a word for a neighbour in the same file:
 * an editor shows a docstring where the thing is used, without that neighbour. Others begin with a genitive, a pronoun or a
 * bare value in the place of a subject ("Of a promise: …" instead of "For a promise: …", "Null: …" instead of "null when …").
 */
export function docstringFaults(source: string, text: string): string[] {
  return [...text.matchAll(EXPORTED)].flatMap(({ 1: doc = '', index }) => {
    const word = (LEANS_ON_A_NEIGHBOUR.exec(doc) ?? LACKS_A_SUBJECT.exec(doc))?.[1];
    const line = text.slice(0, index).split('\n').length;
    return word === undefined ? [] : [`${source}:${line}: a docstring that begins “${word}” cannot be read by itself`];
  });
}
