import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell, csvLine } from '../../../api/frame/csv.ts';
import { spreadsheetText } from '../../../domain/format/spreadsheet-text.ts';

/** The cells of a line: as the file means them, or as a program reads them that expects another separator and so ignores the quotes. */
const cellsBy = (line: string, separator: string): string[] =>
  separator === ','
    ? parse(line).flat()
    : line.split(new RegExp(`[${separator}\r\n]`)).map((cell) => cell.replace(/^["\s]+/, ''));

const isFormula = (text: string) => /^[=+\-@＝＋－＠]/.test(text);

describe('A name in a list, opened by a spreadsheet that parts cells at', () => {
  it.each([',', ';', '\t'])('%j: begins no formula, wherever it would begin', (separator) => {
    const names = [
      "Dupont;=cmd|'/c calc'!A1;",
      'Dupont; =1+1',
      'Dupont;"=1+1"',
      'appelé\n=1+1;',
      'appelé\r\n-1;',
      'a\t@SUM(1)',
      '\t=1+1',
      '=1;+2;-3;@4;＝5',
    ];
    for (const name of names) {
      const line = csvLine(['F-1', cell(name), 'fin']);
      expect([name, cellsBy(line, separator).filter(isFormula)]).toEqual([name, []]);
    }
  });

  it('no separator makes a formula of any text', () => {
    const text = fc
      .array(fc.constantFrom('a', ' ', ';', '\t', '\r', '\n', '"', ',', '=', '+', '-', '@', '＝'))
      .map((some) => some.join(''));
    fc.assert(
      fc.property(text, (name) => {
        const line = csvLine(['F-1', cell(name), 'fin']);
        for (const separator of [';', '\t']) expect(cellsBy(line, separator).filter(isFormula)).toEqual([]);
      }),
    );
  });
});

it('A name that holds no formula is left as it is', () => {
  for (const name of ['Dupont; fils', 'a, b - c', '12;5', 'Bonjour :-)', '']) expect(spreadsheetText(name)).toBe(name);
});
