import { expect, it } from 'vitest';
import { guessColumns, IMPORT_KINDS } from '../../console/pages/imports/columns.ts';
import { readCsv } from '../../console/pages/imports/read-csv.ts';
import { refusedFile } from '../../console/pages/imports/refused-file.ts';
import { keepUploaded } from '../../console/pages/imports/uploaded.ts';
import * as inTheConsole from '../../console/table/safe-text.ts';
import * as domain from '../../domain/format/spreadsheet-text.ts';

// The refused rows of an import are given as a file that a spreadsheet opens, and that can be imported again once corrected.

const HEADINGS = ['N° client', 'Raison sociale', 'Tél.', 'Solde TTC', 'Réglé le'];
const LINES = ['-ABC;Élan, SARL;+33 6 12 34 56 78;-75,00;31/02/2026', 'C-2;=1+1;;1 234,56;'];

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer;

it('is the user’s own file: own headings and cells as typed, with the line and the reason, formulas guarded', async () => {
  keepUploaded('import', readCsv('clients.csv', bytesOf([HEADINGS.join(';'), 'C-0;Bon;;;', ...LINES].join('\n'))));
  const refused = [3, 4].map((line) => ({ line, code: 'invalid', detail: 'city: is required' }));

  const french = refusedFile('customers', 'import', refused, 'fr');
  const text = await french.text();
  expect(text.split('\n')[0]).toBe('N° client;Raison sociale;Tél.;Solde TTC;Réglé le;ligne;motif du refus');
  expect(text.split('\n')[1]).toMatch(
    /^'-ABC;.?Élan, SARL.?;'\+33 6 12 34 56 78;"?-75,00"?;31\/02\/2026;3;.*Ville.*manque$/,
  );
  expect(text).not.toContain('Bon');
  // The mark by which a spreadsheet recognises UTF-8.
  expect([...new Uint8Array(await french.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const again = readCsv('rejets.csv', await french.arrayBuffer());
  expect(again.headers.slice(0, 5)).toEqual(HEADINGS);
  expect(again.records.map(({ cells }) => cells.slice(0, 5).join(';'))).toEqual(LINES);

  const english = await refusedFile('customers', 'import', refused, 'en').text();
  expect(english.split('\n')[0]).toBe('N° client,Raison sociale,Tél.,Solde TTC,Réglé le,line,refused because');
});

it('the line and the reason are no columns when the file is dropped again', () => {
  for (const kind of IMPORT_KINDS)
    expect(guessColumns(kind, ['ligne', 'motif du refus', 'line', 'refused because'])).toEqual([
      null,
      null,
      null,
      null,
    ]);
});

it('whatever the console or the API has guarded, both take the guard off again', () => {
  for (const cell of ['=1+1', '+33 6 12', '-ABC', '@x', '＝1', "'quoted", 'Élan', '', "'=kept"]) {
    expect([cell, inTheConsole.withoutGuard(cell)]).toEqual([cell, domain.withoutGuard(cell)]);
    if (cell.startsWith("'=")) continue;
    expect(domain.withoutGuard(inTheConsole.safeText(cell))).toBe(cell);
    expect(inTheConsole.withoutGuard(domain.spreadsheetText(cell))).toBe(cell);
  }
});
