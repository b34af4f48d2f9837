import { describe, expect, it } from 'vitest';
import { readHeader, readRecords, tooLong } from '../../facts/imports/read-file.ts';
import { readCustomer, readInvoice, readPayment } from '../../facts/imports/record-inputs.ts';
import { toUnits } from '../../facts/imports/units.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const IN_WINDOWS_1252: Record<string, number> = { '€': 0x80, Œ: 0x8c, '’': 0x92, '–': 0x96, œ: 0x9c, Ÿ: 0x9f };
const windows1252 = (text: string) =>
  Uint8Array.from(text, (letter) => IN_WINDOWS_1252[letter] ?? letter.charCodeAt(0));
const CUSTOMERS = 'reference;name;kind;city\n';

describe('the file', () => {
  it('is read with semicolons or commas, with the mark of UTF-8 or without', () => {
    for (const text of ['reference;name;kind\nC1;Élan;consumer\n', '\ufeffreference,name,kind\nC1,Élan,consumer\n']) {
      const [record] = readRecords('customers', utf8(text));
      expect(record?.cells).toEqual({ reference: 'C1', name: 'Élan', kind: 'consumer' });
    }
  });
  it('is read without the apostrophes that our own files put before what looks like a formula', () => {
    const text = `reference;name;kind;contact_phone\n'-ABC;'=1+1;consumer;'+33 6 12 34 56 78\nL'AB;'s Heeren;consumer;\n`;
    expect(readRecords('customers', utf8(text)).map(({ cells }) => Object.values(cells))).toEqual([
      ['-ABC', '=1+1', 'consumer', '+33 6 12 34 56 78'],
      ["L'AB", "'s Heeren", 'consumer'],
    ]);
  });
  it('is read in Windows-1252 when it is no UTF-8', () => {
    const [record] = readRecords('customers', windows1252('reference;name;kind\r\nC1;Hélène Ça;consumer\r\n'));
    expect(record?.cells['name']).toBe('Hélène Ça');
  });
  it('keeps what Windows-1252 has beyond Latin-1: the euro, the œ, the apostrophe of a word processor', () => {
    const name = 'Les Œuvres d’été – cœur à 10 €, L’Haÿ, Ÿ';
    const [record] = readRecords('customers', windows1252(`reference;name;kind\r\nC1;${name};consumer\r\n`));
    expect(record?.cells['name']).toBe(name);
  });
  it('counts lines as an editor does, quoted line ends and empty lines included', () => {
    const text = `${CUSTOMERS.replace('\n', '\r\n')}C1;"Deux\r\nlignes";consumer;Lyon\r\n\r\nC2;"a ""b""; c";consumer;Lyon\r\nC3;x;consumer;Lyon\r\n`;
    const records = readRecords('customers', utf8(text));
    expect(records.map(({ line, cells }) => [line, cells['name']])).toEqual([
      [2, 'Deux\nlignes'],
      [5, 'a "b"; c'],
      [6, 'x'],
    ]);
  });
  it('says of a line with more cells than the header that it cannot be read, and reads the others', () => {
    const records = readRecords(
      'customers',
      utf8(`${CUSTOMERS}C1;x;consumer;Lyon;2;3\nC2;y;consumer\nC3;z;consumer;Lyon;;\n`),
    );
    expect(records.map(({ line, unreadable }) => [line, unreadable !== null])).toEqual([
      [2, true],
      [3, false],
      [4, false],
    ]);
  });
  it('takes rows that a spreadsheet has left empty for nothing, and counts their lines', () => {
    const records = readRecords(
      'customers',
      utf8(`${CUSTOMERS};;;\nC1;x;consumer;Lyon\n   \n ; ;;\nC2;y;consumer;\n;;;\n`),
    );
    expect(records.map(({ line, cells }) => [line, cells['reference']])).toEqual([
      [3, 'C1'],
      [6, 'C2'],
    ]);
  });
  it('says of a quotation mark that is never closed where it begins', () => {
    const records = readRecords(
      'customers',
      utf8(`${CUSTOMERS}C1;x;consumer;Lyon\nC2;"open;consumer;Lyon\nC3;z;consumer;Lyon\n`),
    );
    expect(records.map(({ line, unreadable }) => [line, unreadable !== null])).toEqual([
      [2, false],
      [3, true],
    ]);
  });
});

describe('a header that cannot be read is refused at once', () => {
  it.each([
    ['nothing at all', ''],
    ['a spreadsheet', 'PK\u0003\u0004'],
    ['columns of something else', 'date;libellé;montant\n'],
    ['an unknown column', 'reference;name;kind;emial\n'],
    ['a column twice', 'reference;name;kind;city;city\n'],
    ['a missing column', 'reference;name\n'],
    ['the wrong separator', 'reference\tname\tkind\n'],
  ])('%s', (_, text) => {
    expect(() => readHeader('customers', utf8(text))).toThrow(expect.objectContaining({ code: 'unreadable_header' }));
  });
  it('but not for columns without a name at its end, as long as nothing stands in them', () => {
    const bytes = utf8('reference;name;kind;;\nC1;x;consumer;;\nC2;y;consumer;;left\n');
    expect(readHeader('customers', bytes).columns).toEqual(['reference', 'name', 'kind']);
    expect(readRecords('customers', bytes).map(({ line, unreadable }) => [line, unreadable !== null])).toEqual([
      [2, false],
      [3, true],
    ]);
    expect(() => readHeader('customers', utf8('reference;;name;kind\n'))).toThrow();
  });
  it('whatever its letters’ case and the spaces around', () => {
    expect(readHeader('customers', utf8(' Reference ; NAME;kind\n')).columns).toEqual(['reference', 'name', 'kind']);
  });
});

describe('a record becomes what the API would be sent', () => {
  const only = (kind: 'customers' | 'invoices', text: string) => readRecords(kind, utf8(text))[0]!;

  it('a customer with its address, its contact and its tags', () => {
    const header = 'reference;name;kind;address_line_1;address_line_2;postal_code;city;contact_email;tags';
    const { input } = readCustomer(
      only('customers', `${header}\nC1;Roy;consumer;3 rue X;Bât B;33000;Bordeaux;p@roy.example;vip|agence\n`),
    );
    expect(input).toMatchObject({
      language: 'fr',
      address: { lines: ['3 rue X', 'Bât B'], postal_code: '33000', city: 'Bordeaux', country: 'FR' },
      contacts: [{ name: 'Roy', email: 'p@roy.example', recovery: true }],
      tags: ['vip', 'agence'],
    });
  });
  it('a customer without contact columns has none', () => {
    expect(readCustomer(only('customers', `${CUSTOMERS}C1;Roy;consumer;Lyon\n`)).input?.contacts).toEqual([]);
  });
  it('an invoice with its case file', () => {
    const header =
      'number;customer_reference;issued_on;due_on;total_cents;currency;case_reference;mission;initial_level';
    const { input } = readInvoice(only('invoices', `${header}\nF1;C1;2026-11-01;2026-11-30;12050;EUR;D-7;DPE;2\n`));
    expect(input).toMatchObject({
      total_cents: 12_050,
      initial_level: 2,
      case_file: { reference: 'D-7', mission: 'DPE' },
    });
  });
  it('a case file under the names of our own lists', () => {
    const header =
      'number;customer_reference;issued_on;due_on;total_cents;currency;case_file_reference;case_file_mission';
    const { input } = readInvoice(only('invoices', `${header}\nF1;C1;2026-11-01;2026-11-30;12050;EUR;D-7;DPE\n`));
    expect(input).toMatchObject({ case_file: { reference: 'D-7', mission: 'DPE' } });
  });
  it.each(['31/12/2026', '2026-02-30'])(
    'of a date that cannot be read (%s), that and nothing else is said',
    (issuedOn) => {
      const header = 'number;customer_reference;issued_on;due_on;total_cents;currency';
      const { fault } = readInvoice(only('invoices', `${header}\nF1;C1;${issuedOn};2027-01-30;12050;EUR\n`));
      expect(fault).toBe('issued_on: must be a day such as 2026-12-31');
    },
  );
  it('of two dates that can be read, that the due date comes first', () => {
    const header = 'number;customer_reference;issued_on;due_on;total_cents;currency';
    const { fault } = readInvoice(only('invoices', `${header}\nF1;C1;2026-12-31;2026-01-30;12050;EUR\n`));
    expect(fault).toBe('due_on: must not be before issued_on');
  });
  it('an amount in euros is refused, and named', () => {
    const header = 'number;customer_reference;issued_on;due_on;total_cents;currency';
    const { fault } = readInvoice(only('invoices', `${header}\nF1;C1;2026-11-01;2026-11-30;120,50;EUR\n`));
    expect(fault).toContain('total_cents');
  });
});

describe('a payment file has one allocation a row', () => {
  const HEADER = 'external_id;invoice_number;amount_cents;currency;paid_on;method\n';
  const unitsOf = (rows: string) => toUnits('payments', readRecords('payments', utf8(HEADER + rows)));

  it('rows of one payment are one payment, wherever they stand', () => {
    const units = unitsOf(
      'P1;F1;100;EUR;2026-11-20;virement\nP2;F2;50;EUR;2026-11-20;\nP1;F3;250;EUR;2026-11-20;virement\n',
    );
    expect(units).toHaveLength(2);
    expect(units[0]?.records.map(({ line }) => line)).toEqual([2, 4]);
    expect(readPayment(units[0]?.records ?? []).input).toMatchObject({
      external_id: 'P1',
      amount_cents: 350,
      allocations: [
        { invoice_number: 'F1', amount_cents: 100 },
        { invoice_number: 'F3', amount_cents: 250 },
      ],
    });
  });
  it('a row that stands there twice is money that came once', () => {
    const row = 'P1;F1;100;EUR;2026-11-20;virement\n';
    const [unit] = unitsOf(`${row}P1;F3;250;EUR;2026-11-20;virement\n${row}`);
    expect(readPayment(unit?.records ?? []).input).toMatchObject({
      amount_cents: 350,
      allocations: [
        { invoice_number: 'F1', amount_cents: 100 },
        { invoice_number: 'F3', amount_cents: 250 },
      ],
    });
  });
  it('two rows of one invoice that differ are two allocations', () => {
    const [unit] = unitsOf('P1;F1;100;EUR;2026-11-20;\nP1;F1;40;EUR;2026-11-20;\n');
    expect(readPayment(unit?.records ?? []).input).toMatchObject({ amount_cents: 140 });
  });
  it('rows that contradict each other are refused', () => {
    const [unit] = unitsOf('P1;F1;100;EUR;2026-11-20;\nP1;F3;250;EUR;2026-11-21;\n');
    expect(readPayment(unit?.records ?? []).fault).toContain('paid_on');
  });
});

describe('a file that is too long for one import', () => {
  const lines = (count: number, end: string) => utf8(`reference,name,kind${end}${`a${end}`.repeat(count)}`);

  it.each(['\n', '\r\n', '\r'])(
    'has more than 250,000 lines that end with %j; one line less is not too long',
    (end) => {
      expect(tooLong(lines(250_000, end))).toBeNull();
      expect(tooLong(lines(250_001, end))).toMatch(/250001 lines/);
      // With and without a line break at the end of the last line.
      expect(tooLong(utf8(`${'a\n'.repeat(250_000)}a`))).toBeNull();
      expect(tooLong(utf8(`${'a\n'.repeat(250_001)}a`))).toMatch(/250001 lines/);
    },
  );

  it('or more cells than any list of customers has', () => {
    expect(tooLong(utf8(`reference,name,kind\n${','.repeat(7_000_000)}`))).toBeNull();
    expect(tooLong(utf8(`reference;name;kind\n${';'.repeat(9_000_000)}`))).toMatch(/cells/);
  });
});
