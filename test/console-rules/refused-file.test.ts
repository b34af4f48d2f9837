import { expect, it } from 'vitest';
import { mapRows, uploadOf } from '../../console/pages/imports/mapped-file.ts';
import { readCsv } from '../../console/pages/imports/read-csv.ts';
import { refusedFile } from '../../console/pages/imports/refused-file.ts';
import { keepUploaded } from '../../console/pages/imports/uploaded.ts';
import * as inTheConsole from '../../console/table/safe-text.ts';
import * as domain from '../../domain/format/spreadsheet-text.ts';

// The refused rows of an import are given as a file that a spreadsheet opens, and that can be imported again once corrected.

const COLUMNS = ['reference', 'name', 'contact_phone'];
const LINES = ['-ABC;Élan, SARL;+33 6 12 34 56 78', 'C-2;=1+1;'];

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer;

it('with semicolons in French, formulas guarded, and nothing changed when it is dropped again', async () => {
  const mapping = { kind: 'customers', columns: COLUMNS, unit: 'units' } as const;
  const rows = mapRows(readCsv('clients.csv', bytesOf([COLUMNS.join(';'), ...LINES].join('\n'))), mapping);
  keepUploaded('import', { upload: uploadOf(mapping, rows), rows });
  const refused = [2, 3].map((line) => ({ line, code: 'invalid', detail: 'city: is missing' }));

  const french = refusedFile('customers', 'import', refused, 'fr');
  const text = await french.text();
  expect(text.split('\n')[0]).toBe('reference;name;contact_phone;ligne;motif du refus');
  expect(text.split('\n')[1]).toMatch(/^'-ABC;.?Élan, SARL.?;'\+33 6 12 34 56 78;2;/);
  // The mark by which a spreadsheet recognises UTF-8.
  expect([...new Uint8Array(await french.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const again = readCsv('rejets.csv', await french.arrayBuffer());
  expect(again.headers.slice(0, 3)).toEqual(COLUMNS);
  expect(again.records.map(({ cells }) => cells.slice(0, 3).join(';'))).toEqual(LINES);

  const english = await refusedFile('customers', 'import', refused, 'en').text();
  expect(english.split('\n')[0]).toBe('reference,name,contact_phone,line,refused because');
});

it('whatever the console or the API has guarded, both take the guard off again', () => {
  for (const cell of ['=1+1', '+33 6 12', '-ABC', '@x', '＝1', "'quoted", 'Élan', '', "'=kept"]) {
    expect([cell, inTheConsole.withoutGuard(cell)]).toEqual([cell, domain.withoutGuard(cell)]);
    if (cell.startsWith("'=")) continue;
    expect(domain.withoutGuard(inTheConsole.safeText(cell))).toBe(cell);
    expect(inTheConsole.withoutGuard(domain.spreadsheetText(cell))).toBe(cell);
  }
});
