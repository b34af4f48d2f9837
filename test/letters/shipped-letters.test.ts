import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SHIPPED_TEMPLATES } from '../../domain/shipped/templates.ts';
import { logoProblem } from '../../letters/logo.ts';
import { renderLetter } from '../../letters/render-letter.ts';
import { printedTexts } from './read-pdf.ts';
import { aContent } from './sample-content.ts';

const logoPng = new Uint8Array(readFileSync(new URL('../../letters/shipped-logo.png', import.meta.url)));
const letters = SHIPPED_TEMPLATES.flatMap((template) =>
  [template, ...template.variants]
    .filter(({ kind }) => kind === 'letter')
    .map((text) => ({ ...text, level: template.level })),
);

describe('a shipped letter', () => {
  test.each(letters)('about one invoice takes one page: R$level, $language, $debtorKind', async (letter) => {
    const content = aContent({
      level: letter.level,
      language: letter.language,
      debtorKind: letter.debtorKind ?? 'consumer',
      letterKind: letter.level === 3 ? 'registered' : 'simple',
      documentsUrl: 'https://ged.example/F-2026-0412',
    });
    const company = { ...content.company, logoPng };
    const pages = await printedTexts(await renderLetter(letter, { ...content, company }));
    expect(pages).toHaveLength(1);
    expect(pages[0]!.map(({ text }) => text)).toContain('1/1');
  });
});

describe('a logo', () => {
  test('may be the shipped one', () => expect(logoProblem(logoPng)).toBeNull());
  test('may not be something else, cut short or too large', () => {
    expect(logoProblem(new Uint8Array(100))).toMatch(/PNG/);
    expect(logoProblem(logoPng.slice(0, -60))).toMatch(/abîmé/);
    expect(logoProblem(new Uint8Array(600_000))).toMatch(/500 ko/);
    const corrupted = logoPng.slice();
    corrupted[Math.floor(corrupted.length / 2)]! ^= 0xff;
    expect(logoProblem(corrupted)).toMatch(/abîmé/);
    const huge = logoPng.slice();
    huge[16] = 0x7f;
    expect(logoProblem(huge)).toMatch(/mesure/);
  });
});
