/** The docstring of an exported thing, up to the line that exports it. */
const EXPORTED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport /g;
const LEANS_ON_A_NEIGHBOUR = /^[\s*]*(The same|It|Its|They|Their)\b/;

/**
 * Where the docstring of an exported thing begins with a word for what stands beside it in its file: an editor shows it
 * where the thing is used, without that neighbour.
 */
export function docstringFaults(source: string, text: string): string[] {
  return [...text.matchAll(EXPORTED)].flatMap(({ 1: doc = '', index }) => {
    const word = LEANS_ON_A_NEIGHBOUR.exec(doc)?.[1];
    const line = text.slice(0, index).split('\n').length;
    return word === undefined ? [] : [`${source}:${line}: a docstring that begins “${word}” cannot be read by itself`];
  });
}
