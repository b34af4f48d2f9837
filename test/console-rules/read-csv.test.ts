import { describe, expect, it } from 'vitest';
import { readCsv, UnclosedQuote } from '../../console/pages/imports/read-csv.ts';

// Reads a file as spreadsheets and accounting software write it, or names the line that cannot be read.

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer;
const read = (text: string) => readCsv('a.csv', bytesOf(text));
const cellsOf = ({ headers, records }: ReturnType<typeof read>) => [headers, ...records.map(({ cells }) => cells)];

describe('a quotation mark that is never closed', () => {
  const lineOf = (text: string) => {
    try {
      read(text);
      return null;
    } catch (fault) {
      return fault instanceof UnclosedQuote ? fault.line : 'another fault';
    }
  };
  it('is named by the line where it is opened, breaks inside cells and empty lines counted', () => {
    expect(lineOf('a;b\n1;2\n3;"4\n5;6\n7;8\n')).toBe(3);
    expect(lineOf('a;b\n"x\ny";2\n\n3;"4\n5;6')).toBe(5);
    expect(lineOf('a;"b\n1;2\n')).toBe(1);
  });
  it('is none where it is closed, or stands within a word', () => {
    expect(lineOf('a;b\n"x\ny";12" écran\n')).toBeNull();
  });
});

describe('cells', () => {
  const CELLS = [
    ['Nom, prénom', 'Ville'],
    ['Élan', 'Lyon; 3e'],
  ];
  const tabs = CELLS.map((cells) => cells.join('\t')).join('\r\n');
  it('stand between commas, semicolons or tabs, whichever the header has most of', () => {
    expect(cellsOf(read(tabs))).toEqual(CELLS);
    expect(cellsOf(read('a;b\n1,5;2'))).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(cellsOf(read('a,b\n1;5,2'))).toEqual([
      ['a', 'b'],
      ['1;5', '2'],
    ]);
  });
  it('are read of what Excel calls « Texte Unicode » too', () => {
    const units = Uint16Array.from(`\ufeff${tabs}`, (unit) => unit.charCodeAt(0));
    expect(cellsOf(readCsv('a.txt', units.buffer))).toEqual(CELLS);
  });
});
