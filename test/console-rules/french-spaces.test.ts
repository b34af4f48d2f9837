import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

// French has a space before « : », « ; », « ! », « ? » and inside « », at which no line may break: U+00A0, or U+202F.

const FOLDERS = ['console', 'emails', 'letters', 'domain', 'facts', 'activities', 'api'];
/** Left out: generated or built files, and SMS, whose alphabet has no such space. `api/main` writes to a terminal. */
const OTHERS = /^console\/(?:dist|api\/schema)|^domain\/(?:sms|shipped\/sms)|^api\/main\.ts/;
const BREAKS = /(?:^|\S) (?=[:;!?»](?:[\s\p{P}<]|$))|« /u;

const isTemplate = ({ kind }: ts.Node): boolean =>
  [ts.SyntaxKind.TemplateHead, ts.SyntaxKind.TemplateMiddle, ts.SyntaxKind.TemplateTail].includes(kind);

/** Every text of a source file, without code and comments. */
function textsOf(file: string): string[] {
  const texts: string[] = [];
  const source = readFileSync(file, 'utf8');
  if (!/ [:;!?»]|« /.test(source)) return texts;
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || isTemplate(node) || ts.isJsxText(node))
      texts.push((node as ts.LiteralLikeNode).text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false, kind));
  return texts;
}

it('no line breaks before a colon, a semicolon, an exclamation or question mark, nor inside quotation marks', () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  ).filter((file) => /\.tsx?$/.test(file) && !OTHERS.test(file));
  expect(files.length).toBeGreaterThan(900);
  const broken = files.flatMap((file) =>
    textsOf(file).flatMap((text) => (BREAKS.test(text) ? [`${file}: ${text.slice(0, 120)}`] : [])),
  );
  expect(broken).toEqual([]);
});

it.each(['Noté : parti', 'vraiment ?', 'vu ; rien', '« Parti »', ' : au contentieux.', '</a> : les courriels'])(
  '%j would break',
  (text) => {
    expect(BREAKS.test(text)).toBe(true);
    expect(BREAKS.test(text.replaceAll(/ (?=[:;?»])/g, '\u00a0').replaceAll('« ', '«\u202f'))).toBe(false);
  },
);
