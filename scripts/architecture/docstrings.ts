/** The docstring of an exported thing, up to the line that exports it. */
const EXPORTED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport /g;
const LEANS_ON_A_NEIGHBOUR = /^[\s*]*(The same|It|Its|They|Their)\b/;

/**
 * Docstrings of exported things that begin with a word for a neighbour in the same file: an editor shows a docstring
 * where the thing is used, without that neighbour.
 */
export function docstringFaults(source: string, text: string): string[] {
  return [...text.matchAll(EXPORTED)].flatMap(({ 1: doc = '', index }) => {
    const word = LEANS_ON_A_NEIGHBOUR.exec(doc)?.[1];
    const line = text.slice(0, index).split('\n').length;
    return word === undefined ? [] : [`${source}:${line}: a docstring that begins “${word}” cannot be read by itself`];
  });
}
