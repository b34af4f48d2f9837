import ts from 'typescript';
import { routeOf, type Route } from './route-of.ts';

export interface FoundTest {
  /** The ids of capabilities in the test's name. */
  ids: string[];
  /** The test's name without the ids. */
  says: string;
  file: string;
  /**
   * The routes that the test calls, e.g. `POST /v1/runs`, itself or through a function of the same file; in the order of
   * the calls.
   */
  routes: string[];
}

interface Call {
  method: string;
  path: string;
}

const ID = /\b00[0-4]-\d{2}\b,?\s*/g;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** Helper methods of the tests that always call with the same HTTP method. */
const METHOD_OF: Record<string, string> = { bytes: 'GET', change: 'PATCH' };

/**
 * Finds the tests of a file that have ids of capabilities in their names. When a test calls no route itself, the methods
 * that it uses from `helpers` (the texts of shared files) are searched, then the preparations before it.
 */
export function findTests(
  source: { file: string; text: string },
  helpers: readonly string[],
  known: readonly Route[],
): FoundTest[] {
  const tree = ts.createSourceFile(source.file, source.text, ts.ScriptTarget.Latest, true);
  const beside = functionsOf(tree);
  const shared = methodsOf(helpers);
  const tests: FoundTest[] = [];
  visit(tree, (node) => {
    const name = nameOfTest(node);
    const ids = name?.match(/\b00[0-4]-\d{2}\b/g);
    if (!name || !ids || !ts.isCallExpression(node)) return;
    const body = node.arguments.at(-1) ?? node;
    const routesIn = (from: ts.Node): string[] => {
      const calls = [from, ...calledFrom(from, beside)].flatMap(callsIn);
      return calls.flatMap(({ method, path }) => routeOf(method, path, known) ?? []);
    };
    const ways = [() => [body], () => methodsCalled(body, beside, shared), () => doneBefore(node)];
    const routes = ways.reduce<string[]>((found, way) => (found.length > 0 ? found : way().flatMap(routesIn)), []);
    tests.push({ ids: [...new Set(ids)], says: wordsOf(name), file: source.file, routes: [...new Set(routes)] });
  });
  return tests;
}

function wordsOf(name: string): string {
  const words = name.replace(ID, '').replace(/\s+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function nameOfTest(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return null;
  const [name] = node.arguments;
  return ['it', 'test'].includes(node.expression.text) && name && ts.isStringLiteralLike(name) ? name.text : null;
}

/** The named functions of the file, at any depth. */
function functionsOf(tree: ts.Node): Map<string, ts.Node> {
  const functions = new Map<string, ts.Node>();
  visit(tree, (node) => {
    if (ts.isFunctionDeclaration(node) && node.name) functions.set(node.name.text, node);
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) return;
    if (node.initializer && ts.isArrowFunction(node.initializer)) functions.set(node.name.text, node.initializer);
  });
  return functions;
}

/** Methods of the helpers, by their names. */
function methodsOf(helpers: readonly string[]): Map<string, ts.Node> {
  const methods = new Map<string, ts.Node>();
  for (const text of helpers) {
    visit(ts.createSourceFile('helper.ts', text, ts.ScriptTarget.Latest, true), (node) => {
      if (ts.isMethodDeclaration(node) && ts.isIdentifier(node.name)) methods.set(node.name.text, node);
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && ts.isArrowFunction(node.initializer))
        methods.set(node.name.text, node.initializer);
    });
  }
  return methods;
}

/** The helpers' methods that a body calls, itself or through a function of the same file. */
function methodsCalled(body: ts.Node, beside: Map<string, ts.Node>, shared: Map<string, ts.Node>): ts.Node[] {
  const names = new Set<string>();
  for (const node of [body, ...calledFrom(body, beside)]) {
    visit(node, (one) => {
      if (ts.isPropertyAccessExpression(one) && ts.isCallExpression(one.parent) && one.parent.expression === one)
        names.add(one.name.text);
    });
  }
  return [...names].flatMap((name) => shared.get(name) ?? []);
}

/** The `beforeAll` calls of the groups around a test, the innermost first. */
function doneBefore(test: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  for (let node = test.parent; node; node = node.parent) {
    if (!ts.isBlock(node)) continue;
    for (const statement of node.statements) {
      const call = ts.isExpressionStatement(statement) ? statement.expression : null;
      if (call && ts.isCallExpression(call) && call.expression.getText() === 'beforeAll') found.push(call);
    }
  }
  return found;
}

/** The functions of the same file that a body calls, and those that they call in turn. */
function calledFrom(body: ts.Node, beside: Map<string, ts.Node>, seen = new Set<string>()): ts.Node[] {
  const called: ts.Node[] = [];
  visit(body, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
    const name = node.expression.text;
    const target = beside.get(name);
    if (!target || seen.has(name)) return;
    seen.add(name);
    called.push(target, ...calledFrom(target, beside, seen));
  });
  return called;
}

/** The calls with a method and a path, such as `do('POST', '/runs')`. */
function callsIn(body: ts.Node): Call[] {
  const calls: Call[] = [];
  visit(body, (node) => {
    if (!ts.isCallExpression(node)) return;
    const texts = node.arguments.slice(0, 3).map(textOf);
    const at = texts.findIndex((text) => text !== null && METHODS.includes(text));
    if (at >= 0 && texts[at + 1]?.startsWith('/')) calls.push({ method: texts[at]!, path: texts[at + 1]! });
    const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : '';
    const method = METHOD_OF[name];
    if (method && texts[0]?.startsWith('/')) calls.push({ method, path: texts[0] });
  });
  return calls;
}

/** The text of a string or template, with `{}` for each inserted value; null for anything else. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}

function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  ts.forEachChild(node, (child) => visit(child, each));
}
