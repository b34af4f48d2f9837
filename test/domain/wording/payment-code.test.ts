import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { bankLines } from '../../../domain/wording/bank-lines.ts';
import { paymentCode, type PaymentCode } from '../../../domain/wording/payment-code.ts';
import { aContent, anItem } from '../../letters/sample-content.ts';

const COMPANY = { name: 'Diagnostics Immobiliers Garonne', iban: 'FR76 3000 6000 0112 3456 7890 189', bic: 'AGRIFRPP' };
const TRANSFER = { amountCents: 48_505, currency: 'EUR', reference: 'C-0187 - F-2026-0412' };
const TEXT = { subject: 'Rappel', bodyHtml: '<p>Bonjour</p>' };

/** What a telephone reads from the modules, printed eight points wide on white. */
function scanned(modules: PaymentCode): string {
  const [scale, border] = [8, 4];
  const side = (modules.length + 2 * border) * scale;
  const data = new Uint8Array(4 * side * side).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const dark = modules[Math.floor(y / scale) - border]?.[Math.floor(x / scale) - border];
      if (dark) data.fill(0, 4 * (y * side + x), 4 * (y * side + x) + 3);
    }
  }
  return decodeQR({ width: side, height: side, data });
}

describe('The code of a payment', () => {
  test('says to a banking app to whom, how much and with which reference, line by line as EPC069-12 wants it', () => {
    expect(scanned(paymentCode(COMPANY, TRANSFER)!).split('\n')).toEqual([
      ...['BCD', '002', '1', 'SCT', 'AGRIFRPP', 'Diagnostics Immobiliers Garonne', 'FR7630006000011234567890189'],
      ...['EUR485.05', '', '', 'C-0187 - F-2026-0412'],
    ]);
  });

  test('has only characters that a bank takes in a transfer, none longer than its field', () => {
    const company = { ...COMPANY, name: 'Étude Lefèvre & Fils – Œuvre n° 7 “東京”' };
    const said = scanned(paymentCode(company, { ...TRANSFER, reference: `Réf_1 – F№12 ${'é'.repeat(200)}` })!).split(
      '\n',
    );
    expect(said[5]).toBe('Etude Lefevre + Fils - OEuvre no 7');
    expect(said[10]).toBe(`Ref-1 - F 12 ${'e'.repeat(127)}`);
  });

  test.each([
    ['to a name that no bank can write', { ...COMPANY, name: '東京' }, TRANSFER],
    ['without an IBAN', { ...COMPANY, iban: null }, TRANSFER],
    ['in another currency', COMPANY, { ...TRANSFER, currency: 'CHF' }],
    ['when nothing is to be paid', COMPANY, { ...TRANSFER, amountCents: 0 }],
    ['when the credit is greater', COMPANY, { ...TRANSFER, amountCents: -1 }],
    ['above what a transfer may be', COMPANY, { ...TRANSFER, amountCents: 100_000_000_000 }],
  ])('is not there %s', (_, company, transfer) => {
    expect(paymentCode(company, transfer)).toBeNull();
  });

  test('is there for the most that a transfer may be', () => {
    const most = paymentCode(COMPANY, { ...TRANSFER, amountCents: 99_999_999_999 })!;
    expect(scanned(most)).toContain('\nEUR999999999.99\n');
  });

  test('is square and has no border of its own: its corners are dark', () => {
    const modules = paymentCode(COMPANY, TRANSFER)!;
    const last = modules.length - 1;
    expect(modules.every((row) => row.length === modules.length)).toBe(true);
    expect([modules[0]?.[0], modules[0]?.[last], modules[last]?.[0]]).toEqual([true, true, true]);
  });

  test('is for the sum of the message’s own items', () => {
    const items = [anItem(), anItem({ number: 'F-2', balanceCents: 1_50 }), anItem({ number: 'F-3', currency: 'CHF' })];
    const lines = bankLines(TEXT, aContent({ items }));
    expect(scanned(lines!.code!.modules)).toContain('\nEUR486.50\n');
  });

  test('stays where the text says the IBAN itself, and is no part of a statement, which is of several debtors', () => {
    expect(bankLines({ ...TEXT, bodyHtml: '<p>#iban</p>' }, aContent())).toMatchObject({ lines: [] });
    expect(bankLines(TEXT, aContent({ statementColumns: ['balance'] }))?.code).toBeNull();
  });
});
