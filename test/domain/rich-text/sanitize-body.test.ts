import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../domain/rich-text/parse-body.ts';
import { safeHref } from '../../../domain/rich-text/safe-href.ts';
import { sanitizeBody } from '../../../domain/rich-text/sanitize-body.ts';

const pieces = fc.constantFrom(
  '<p>',
  '</p>',
  '<h2>',
  '</h2>',
  '<ul>',
  '</ul>',
  '<ol>',
  '<li>',
  '</li>',
  '<br>',
  '<strong>',
  '</strong>',
  '<em>',
  '</em>',
  '<u>',
  '<a href="https://a.example/?x=1&y=2">',
  '<a href="javascript:alert(1)">',
  '</a>',
  '</span>',
  '<span style="color: red">',
  '<span style="color:#0F0;position:fixed">',
  '<script>',
  '</script>',
  '<img src=x onerror=alert(1)>',
  '<style>',
  '</style>',
  '<!--',
  '-->',
  '<b>',
  '</b>',
  '<constructor>',
  '<p onclick="x">',
  '&lt;script&gt;',
  '&amp;',
  '&nbsp;',
  '&#x202f;',
  ' ',
  '\n',
  '"',
  '<',
  '>',
  '#iban',
);
const anyHtml = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('a body when it is stored', () => {
  test('is the same after a second cleaning, which has nothing left to say', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const once = sanitizeBody(html).bodyHtml;
        expect(sanitizeBody(once)).toEqual({ bodyHtml: once, warnings: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  test('holds nothing but the small HTML', () => {
    const allowed =
      /^<(?:\/?(?:p|h2|h3|ul|ol|li|strong|em|u|span|a)|br|span style="color: #[0-9a-f]{6}"|a href="(?:https?:|mailto:)[^"<>]*")>$/;
    fc.assert(
      fc.property(anyHtml, (html) => {
        for (const [tag] of sanitizeBody(html).bodyHtml.matchAll(/<[^>]*>?/g)) expect(tag).toMatch(allowed);
      }),
      { numRuns: 1_000 },
    );
  });

  test('names what was dropped', () => {
    const { bodyHtml, warnings } = sanitizeBody('<p class="x">a<img src=y> <script>alert(1)</script><b>c</b></p>');
    expect(bodyHtml).toBe('<p>a <strong>c</strong></p>');
    for (const name of ['class', '<img>', '<script>', '<b>']) expect(warnings.join('\n')).toContain(name);
    expect(sanitizeBody('<p>a <strong>b</strong></p>').warnings).toEqual([]);
  });

  test('keeps headings, lists, marks, colours and safe links as they are', () => {
    const body =
      '<h2>T</h2>\n<p><span style="color: #ff0000"><strong>a</strong></span><br><a href="https://x.example/">b</a></p>\n<ol><li>1</li><li>2</li></ol>';
    expect(sanitizeBody(body)).toEqual({ bodyHtml: body, warnings: [] });
  });

  test('may be plain text: a blank line parts paragraphs, a newline breaks the line, < is a sign', () => {
    expect(sanitizeBody('a\nb < c & d\n\n\ne').bodyHtml).toBe('<p>a<br>b &lt; c &amp; d</p>\n<p>e</p>');
  });

  test('is read through in no time however deep or long it is', () => {
    const start = performance.now();
    parseBody('<span><ul>'.repeat(100_000));
    expect(parseBody('<span>'.repeat(15_000) + 'x').blocks).toHaveLength(1);
    expect(parseBody('<ul><li>'.repeat(10_000) + 'x').blocks).toHaveLength(1);
    const long = parseBody('m'.repeat(1_000_000));
    expect(long.warnings.join()).toContain('40000');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('a link', () => {
  test.each([
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '/relative',
    'x',
    '#iban',
    '',
  ])('leads nowhere when it is %j', (href) => expect(safeHref(href)).toBeNull());
  test.each(['https://a.example/', 'http://a.example/', 'mailto:a@b.example'])('may be %s', (href) =>
    expect(safeHref(href)).toBe(href),
  );
});
