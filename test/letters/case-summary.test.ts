import { describe, expect, it } from 'vitest';
import { type CaseSummary, renderCaseSummary } from '../../letters/case-summary.ts';
import { printedText, printedTexts } from './read-pdf.ts';

const summary = (rows: CaseSummary['sections'][number]['rows']): CaseSummary => ({
  title: 'Dossier contentieux – facture F-1',
  subtitle: 'Horizon Diagnostics · situation au 22 novembre 2026',
  author: 'Horizon Diagnostics',
  createdOn: '2026-11-22',
  language: 'fr',
  sections: [{ title: 'Courriers', rows, none: 'Aucun.' }],
  page: (page, pages) => `Page ${page} / ${pages}`,
});

describe('The summary of a case', () => {
  it('says what there is, or that there is nothing, and is the same bytes for the same case', async () => {
    const rows = [{ label: '17 mars 2026', text: 'R1 · Votre facture\nSHA-256 : 0f4c' }];
    const bytes = await renderCaseSummary(summary(rows));
    const text = await printedText(bytes);
    for (const words of ['17 mars 2026', 'Votre facture', 'SHA-256', 'Page 1 / 1']) expect(text).toContain(words);
    expect(text).not.toContain('Aucun.');
    expect(Buffer.from(bytes).equals(Buffer.from(await renderCaseSummary(summary(rows))))).toBe(true);
    expect(await printedText(await renderCaseSummary(summary([])))).toContain('Aucun.');
  });

  it('goes on over as many pages as it takes, and loses no row', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => ({ label: `Jour ${index}`, text: `Fait n°${index}\nsuite` }));
    const bytes = await renderCaseSummary(summary(rows));
    const text = await printedText(bytes);
    for (const { label } of rows) expect(text).toContain(label);
    expect((await printedTexts(bytes)).length).toBeGreaterThan(2);
  });

  it('cuts a row that somebody made endless, and stays on the page', async () => {
    const endless = [
      { label: 'Note', text: 'a\n'.repeat(2_000) },
      { label: 'Après', text: 'la suite' },
    ];
    const bytes = await renderCaseSummary(summary(endless));
    expect(await printedText(bytes)).toContain('la suite');
    expect((await printedTexts(bytes)).length).toBeLessThan(4);
  });
});
