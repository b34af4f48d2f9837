import ts from 'typescript';

export interface FoundTest {
  /** The ids in its title. */
  ids: string[];
  /** A sentence: the titles of the `describe` blocks around the test, then its own, without the ids. */
  says: string;
  file: string;
}

const ID = /\b00[0-4]-\d{2}\b/g;

/** The tests of a file whose titles hold ids of requirements, in the order of the file. */
export function findTests(file: string, text: string): FoundTest[] {
  const tests: FoundTest[] = [];
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), []);
  return tests;

  function visit(node: ts.Node, around: readonly string[]): void {
    const title = titleOf(node, ['it', 'test']);
    const ids = title?.match(ID);
    if (title && ids) tests.push({ ids: [...new Set(ids)], says: sentence([...around, title]), file });
    const group = titleOf(node, ['describe']);
    const within = group === null ? around : [...around, group];
    ts.forEachChild(node, (child) => visit(child, within));
  }
}

function sentence(titles: readonly string[]): string {
  const words = titles.join(' ').replace(ID, '').replace(/\s+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The literal title of a call of one of these functions; null for any other node. */
function titleOf(node: ts.Node, functions: readonly string[]): string | null {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return null;
  const [title] = node.arguments;
  return functions.includes(node.expression.text) && title && ts.isStringLiteralLike(title) ? title.text : null;
}
