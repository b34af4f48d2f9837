import { describe, expect, test } from 'vitest';
import { sanitizeBody } from '../../../domain/rich-text/sanitize-body.ts';

const stored = (html: string) => sanitizeBody(html).bodyHtml;
const said = (html: string) => sanitizeBody(html).warnings;

describe('text in a body', () => {
  test.each([
    ['<p>a \t\r\n\f b</p>', '<p>a b</p>'],
    ['<p>a&nbsp; b</p>', '<p>a\u00a0 b</p>'],
    ['<p>  a  </p>', '<p>a</p>'],
    ['<p>a <strong> b</strong></p>', '<p>a <strong>b</strong></p>'],
    ['<p>a<strong> b</strong> c</p>', '<p>a<strong> b</strong> c</p>'],
    ['<p>a<strong>b </strong>  c</p>', '<p>a<strong>b </strong>c</p>'],
    ['<p>a <!-- nothing --> b</p>', '<p>a b</p>'],
    ['<p>a  <u> </u>  b</p>', '<p>a b</p>'],
    ['<p>a<u></u>b</p>', '<p>ab</p>'],
    ['<p>a <em> </em></p>', '<p>a</p>'],
  ])('%j is set as %j: one space where there were several, none at an edge', (html, kept) =>
    expect(stored(html)).toBe(kept),
  );

  test.each([
    ['<p>a<br>b</p>', '<p>a<br>b</p>'],
    ['<p>a <br> b</p>', '<p>a<br>b</p>'],
    ['<p>a<strong> </strong><br>b</p>', '<p>a<br>b</p>'],
    ['<p>a<br><br>b</p>', '<p>a<br><br>b</p>'],
    ['<p><br>a<br></p>', '<p>a</p>'],
    ['<p>a<br> <em> </em><br> </p>', '<p>a</p>'],
    ['<p><br><br></p>', ''],
    ['a<br/>b', '<p>a<br>b</p>'],
  ])('%j is set as %j: breaks stand between lines, not at an edge', (html, kept) => expect(stored(html)).toBe(kept));

  test.each([
    ['a\r\nb\rc', '<p>a<br>b<br>c</p>'],
    ['a\n \t\nb', '<p>a</p>\n<p>b</p>'],
    ['a\n\n  b', '<p>a</p>\n<p>b</p>'],
    ['\n\na\n\n', '<p>a</p>'],
    ['1 <2 et 3> 2', '<p>1 &lt;2 et 3&gt; 2</p>'],
    ['a "b" & c', '<p>a &quot;b&quot; &amp; c</p>'],
    ['', ''],
    [' \n ', ''],
  ])('%j without a tag is plain text: %j', (text, kept) =>
    expect(sanitizeBody(text)).toEqual({ bodyHtml: kept, warnings: [] }),
  );

  test('with a comment or an end tag alone is HTML, where a newline is a space', () => {
    expect(stored('a\nb<!-- c -->')).toBe('<p>a b</p>');
    expect(stored('a\nb</p>')).toBe('<p>a b</p>');
  });

  test('may hold what looks like markup: it stays text', () =>
    expect(stored('<p>&lt;script&gt; &quot;&amp;&quot;</p>')).toBe('<p>&lt;script&gt; &quot;&amp;&quot;</p>'));
});

describe('blocks of a body', () => {
  test.each([
    ['<h1>a</h1>', '<h2>a</h2>'],
    ['<h2>a</h2>', '<h2>a</h2>'],
    ['<h3>a</h3>', '<h3>a</h3>'],
    ['<h4>a</h4>', '<h3>a</h3>'],
    ['<h5>a</h5>', '<h3>a</h3>'],
    ['<h6>a</h6>', '<h3>a</h3>'],
    ['<h2>a</h2>b', '<h2>a</h2>\n<p>b</p>'],
    ['<h2></h2>b', '<p>b</p>'],
    ['a<p>b</p>c', '<p>a</p>\n<p>b</p>\n<p>c</p>'],
    ['<div>a</div><div>b</div>', '<p>a</p>\n<p>b</p>'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', '<p>a</p>\n<p>b</p>'],
    ['<p>a<h2>b</h2>', '<p>a</p>\n<h2>b</h2>'],
  ])('%j become %j', (html, kept) => expect(stored(html)).toBe(kept));

  test.each([
    ['<ul><li>a</li><li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['<ol><li>a<li>b</ol>', '<ol><li>a</li><li>b</li></ol>'],
    ['<ul>a<li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['<ul><li><h2>a</h2></li></ul>', '<ul><li>a</li></ul>'],
    ['<ul><li></li></ul>', ''],
    ['<ul></ul>a', '<p>a</p>'],
    ['a<ul><li>b</li></ul>c', '<p>a</p>\n<ul><li>b</li></ul>\n<p>c</p>'],
    ['<ul><li>a</li></ul><ol><li>b</li></ol>', '<ul><li>a</li></ul>\n<ol><li>b</li></ol>'],
    ['<ul><li>a', '<ul><li>a</li></ul>'],
    ['a</ul>b', '<p>ab</p>'],
    ['<li>a</li>', '<p>a</p>'],
  ])('%j becomes the list %j', (html, kept) => expect(sanitizeBody(html)).toEqual({ bodyHtml: kept, warnings: [] }));

  test('lists in lists become one, which a person is told', () => {
    const nested = '<ul><li>a<ol><li>b</li></ol>c</li><li>d</li></ul>e';
    expect(stored(nested)).toBe('<ul><li>a</li><li>b</li><li>c</li><li>d</li></ul>\n<p>e</p>');
    expect(said(nested)).toEqual(['Les listes imbriquées ont été ramenées à un seul niveau.']);
  });
});

describe('how a piece of text is set', () => {
  test.each([
    ['<p><b>a</b></p>', '<p><strong>a</strong></p>'],
    ['<p><i>a</i></p>', '<p><em>a</em></p>'],
    ['<p><u>a</u></p>', '<p><u>a</u></p>'],
    ['<p><em><u><strong>a</strong></u></em></p>', '<p><strong><em><u>a</u></em></strong></p>'],
    ['<p><strong>a</strong>b</p>', '<p><strong>a</strong>b</p>'],
    ['<p><strong>a<em>b</em>c</strong></p>', '<p><strong>a</strong><strong><em>b</em></strong><strong>c</strong></p>'],
    ['<p><strong>a</strong><strong>b</strong></p>', '<p><strong>ab</strong></p>'],
    ['<p><u>a</u><em>a</em></p>', '<p><u>a</u><em>a</em></p>'],
    ['<p><u>a</u>a</p>', '<p><u>a</u>a</p>'],
    ['</strong><p>a</p>', '<p>a</p>'],
    ['<p>a</em></strong>b</p>', '<p>ab</p>'],
    ['<font>a</font><small>b</small><sub>c</sub><sup>d</sup><code>e</code>', '<p>abcde</p>'],
  ])('%j is kept as %j', (html, kept) => expect(stored(html)).toBe(kept));

  test.each([
    ['color: red', '#ff0000'],
    ['color:GREY', '#808080'],
    ['color:gray', '#808080'],
    ['color:black', '#000000'],
    ['color:maroon', '#800000'],
    ['color:orange', '#ffa500'],
    ['color:green', '#008000'],
    ['color:teal', '#008080'],
    ['color:blue', '#0000ff'],
    ['color:navy', '#000080'],
    ['color:purple', '#800080'],
    ['color:brown', '#a52a2a'],
    ['color:darkred', '#8b0000'],
    ['color:darkgreen', '#006400'],
    ['color:darkblue', '#00008b'],
    ['color:crimson', '#dc143c'],
    ['COLOR : #AbC', '#aabbcc'],
    ['color: #0123ef', '#0123ef'],
    ['color: rgb(1, 20, 255)', '#0114ff'],
    ['color: rgb( 1 20 300 )', '#0114ff'],
    ['color: rgba(255,0,0,.5)', '#ff0000'],
    ['color: rgb(1 , 2 , 3)', '#010203'],
  ])('the colour of the style %j is %s', (style, colour) =>
    expect(sanitizeBody(`<p><span style="${style}">a</span></p>`)).toEqual({
      bodyHtml: `<p><span style="color: ${colour}">a</span></p>`,
      warnings: [],
    }),
  );

  test.each([
    'background-color: red',
    'color: #abcd',
    'color: x#abc',
    'color: #abcx',
    'color: constructor',
    'color: url(x)',
    'color: rgb(1000, 0, 0)',
    'color: rgb(1, 2)',
    'color: xrgb(1, 2, 3)',
    'color: rgb(1, 2, 3000)',
    'colour: red',
  ])('the style %j has no colour that is read, and is named', (style) =>
    expect(sanitizeBody(`<p><span style="${style}">a</span></p>`)).toEqual({
      bodyHtml: '<p>a</p>',
      warnings: [`L’attribut style de <span> a été retiré (${style}).`],
    }),
  );

  test('a style is reduced to its colour, which a person is told; an ending semicolon is no loss', () => {
    const reduced = ['Le style de <span> a été ramené à sa couleur.'];
    expect(said('<p><span style="color: red; font-size: 9px">a</span></p>')).toEqual(reduced);
    expect(sanitizeBody('<p><span style="font-size: 9px; color: red">a</span></p>')).toEqual({
      bodyHtml: '<p><span style="color: #ff0000">a</span></p>',
      warnings: reduced,
    });
    expect(said('<p><span style="color: red; ">a</span></p>')).toEqual([]);
  });

  test('only a span has a colour and only a link an address; in each other what was said holds on', () => {
    expect(stored('<p><strong style="color: red">a</strong></p>')).toBe('<p><strong>a</strong></p>');
    expect(stored('<p><span href="https://a.example/">a</span></p>')).toBe('<p>a</p>');
    expect(stored('<p><span title="color: red">a</span></p>')).toBe('<p>a</p>');
    expect(stored('<p><a title="https://a.example/">a</a></p>')).toBe('<p>a</p>');
    expect(stored('<p><span style="color: red"><a href="https://a.example/">a<em>b</em></a></span></p>')).toBe(
      '<p><a href="https://a.example/"><span style="color: #ff0000">a</span></a>' +
        '<a href="https://a.example/"><span style="color: #ff0000"><em>b</em></span></a></p>',
    );
  });

  test('two links side by side stay two, and an address is set as one', () => {
    const two = '<p><a href="https://a.example/">a</a><a href="https://b.example/?x=1&amp;y=2">a</a></p>';
    expect(sanitizeBody(two)).toEqual({ bodyHtml: two, warnings: [] });
    expect(stored('<p><a href=" https://a.example ">a</a></p>')).toBe('<p><a href="https://a.example/">a</a></p>');
  });

  test.each([
    [1_980, true],
    [2_000, false],
  ])('an address with %i signs more than its beginning: kept %s', (length, isKept) =>
    expect(stored(`<p><a href="https://a.example/${'x'.repeat(length)}">a</a></p>`).includes('<a')).toBe(isKept),
  );

  test('an address that grows too long when it is written out is none', () =>
    expect(stored(`<p><a href="https://a.example/${'é'.repeat(500)}">a</a></p>`)).toBe('<p>a</p>'));
});

describe('what is dropped from a body is named once, in a sentence', () => {
  test.each([
    ['<div>a</div>', 'La balise <div> a été retirée, son texte est resté.'],
    ['<h1>a</h1>', 'La balise <h1> a été remplacée par <h2>.'],
    ['<h5>a</h5>', 'La balise <h5> a été remplacée par <h3>.'],
    ['<i>a</i>', 'La balise <i> a été remplacée par <em>.'],
    ['<b>a</b><b>c</b>', 'La balise <b> a été remplacée par <strong>.'],
    ['<p>a<img></p>', 'La balise <img> a été retirée, son texte est resté.'],
    ['<p hidden>a</p>', 'L’attribut hidden de <p> a été retiré.'],
    ['<p class="x">a</p>', 'L’attribut class de <p> a été retiré (x).'],
    ['<a href="javascript:x">a</a>', 'L’attribut href de <a> a été retiré (javascript:x).'],
    [`<p title="${'t'.repeat(50)}">a</p>`, `L’attribut title de <p> a été retiré (${'t'.repeat(40)}).`],
    [`<${'x'.repeat(40)}>a`, `La balise <${'x'.repeat(30)}> a été retirée, son texte est resté.`],
    [`<p ${'y'.repeat(40)}>a</p>`, `L’attribut ${'y'.repeat(30)} de <p> a été retiré.`],
    [`<script><${'x'.repeat(40)}></script>a`, 'La balise <script> a été retirée.'],
  ])('%j: %s', (html, sentence) => {
    expect(said(html)).toEqual([sentence]);
    expect(stored(html)).toContain('a');
  });

  test.each([
    'script',
    'style',
    'title',
    'textarea',
    'iframe',
    'noscript',
    'svg',
    'math',
    'template',
    'object',
    'select',
    'xmp',
  ])('<%s> goes with all that is inside, and nothing after it', (name) =>
    expect(sanitizeBody(`<p>a</p><${name}>b</${name}><p>c</p>`)).toEqual({
      bodyHtml: '<p>a</p>\n<p>c</p>',
      warnings: [`La balise <${name}> a été retirée.`],
    }),
  );

  test('tags inside what goes are named as gone, and end nothing outside', () => {
    const { bodyHtml, warnings } = sanitizeBody('<p><strong>a<svg><b>x</b><svg>y</svg>z</svg>c</strong></p>');
    expect(bodyHtml).toBe('<p><strong>ac</strong></p>');
    expect(warnings).toEqual(['La balise <svg> a été retirée.', 'La balise <b> a été retirée.']);
  });

  test('an end tag of what is dropped ends nothing that did not begin', () =>
    expect(stored('<p>a</svg>b</p><svg>c</svg>d')).toBe('<p>ab</p>\n<p>d</p>'));

  test('no more than twenty sentences', () => {
    const many = Array.from({ length: 30 }, (_, index) => `<x${index}>a</x${index}>`).join('');
    expect(said(many)).toHaveLength(20);
  });
});

describe('a body that is too long', () => {
  const tooLong = 'Le texte dépasse 40000 caractères\u00a0: la suite a été retirée.';
  test.each([
    ['40,000 signs', `<p>${'a'.repeat(40_000)}</p>`, 40_000, []],
    ['40,001 signs', `<p>${'a'.repeat(40_001)}</p>`, 40_000, [tooLong]],
    ['two paragraphs', `<p>${'a'.repeat(39_999)}</p><p>bc</p><p>d</p>`, 40_000, [tooLong]],
  ])('%s', (_, html, kept, warnings) => {
    const stored = sanitizeBody(html);
    expect(stored.bodyHtml.replace(/<[^>]*>|\n/g, '')).toHaveLength(kept);
    expect(stored.warnings).toEqual(warnings);
  });

  test('its markup counts to 120,000 signs', () => {
    const markup = '<u></u>'.repeat(20_000).slice(0, 119_990);
    expect(said(`${markup}<p>abc</p>`)).toEqual([]);
    expect(said(`${markup}<p>abcd</p>`)).toEqual([tooLong]);
  });
});
