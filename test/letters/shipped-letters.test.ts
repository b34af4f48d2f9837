import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { SHIPPED_TEMPLATES } from '../../domain/shipped/templates.ts';
import { logoProblem } from '../../letters/logo.ts';
import { shrinkLogo } from '../../letters/shrink-logo.ts';
import { renderLetter } from '../../letters/render-letter.ts';
import { printedTexts } from './read-pdf.ts';
import { aContent, anItem } from './sample-content.ts';

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
      paymentUrl: 'https://espace-client.horizon-diagnostics.example/payer/FA-2026-1256',
      documentsUrl: 'https://espace-client.horizon-diagnostics.example/factures/FA-2026-1256.pdf',
    });
    const company = { ...content.company, logoPng };
    const pages = await printedTexts(await renderLetter(letter, { ...content, company }));
    expect(pages).toHaveLength(1);
    expect(pages[0]!.map(({ text }) => text)).toContain('1/1');
  });

  test('keeps its signature on the sheet of the bank details, when both need a second one', async () => {
    const letter = letters.find((each) => each.level === 3 && each.debtorKind === 'professional')!;
    const items = Array.from({ length: 5 }, () => anItem({ paymentUrl: 'https://pay.example/i' }));
    const content = aContent({ level: 3, debtorKind: 'professional', documentsUrl: null, items });
    const pages = await printedTexts(await renderLetter(letter, content));
    const last = pages[1]!.map(({ text }) => text);
    expect(last).toEqual(expect.arrayContaining(['2/2', 'Camille Leroy', 'Règlement par virement']));
  });
});

describe('a logo', () => {
  const drawn = (width: number, height: number, more: object = {}) => {
    const image = new PNG({ width, height });
    image.data.fill(0xff);
    for (let at = 0; at < image.data.length; at += 8) image.data.fill(0, at, at + 3);
    return new Uint8Array(PNG.sync.write(image, more));
  };

  test('is kept as it is when letters need no less, and shrunk in its proportions when they do', () => {
    expect(shrinkLogo(logoPng)).toEqual({ logo: logoPng });
    const kept = shrinkLogo(drawn(2400, 600));
    expect('logo' in kept && [logoProblem(kept.logo), PNG.sync.read(Buffer.from(kept.logo)).width]).toEqual([
      null,
      1000,
    ]);
    const high = shrinkLogo(drawn(300, 900));
    expect('logo' in high && PNG.sync.read(Buffer.from(high.logo))).toMatchObject({ width: 100, height: 300 });
  });

  test('may have any depth of colour; it is drawn again in one that a PDF takes', () => {
    const deep = drawn(40, 40, { bitDepth: 16, colorType: 6 });
    expect(logoProblem(deep)).toMatch(/8 bits/);
    const kept = shrinkLogo(deep);
    expect('logo' in kept && logoProblem(kept.logo)).toBeNull();
  });

  test('is refused before it is unpacked when it claims more points than anybody draws', () => {
    const bomb = drawn(10, 10);
    bomb.set([0, 0, 0x80, 0], 16);
    bomb.set([0, 0, 0x80, 0], 20);
    expect(shrinkLogo(bomb)).toMatchObject({ problem: expect.stringMatching(/trop de points/) });
  });

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
