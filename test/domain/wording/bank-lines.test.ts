import { describe, expect, it } from 'vitest';
import { bankLines } from '../../../domain/wording/bank-lines.ts';
import { aContent, anItem } from '../../letters/sample-content.ts';
import { plain } from '../plain.ts';

const TEXT = { subject: 'Rappel', bodyHtml: '<p>Bonjour #customer_name</p>' };
const company = {
  ...aContent().company,
  ...{ iban: 'FR76 3000 6000 0112 3456 7890 189', bic: 'AGRIFRPP' as string | null },
};
const customer = { ...aContent().customer, reference: 'C-0187' };
const items = (count: number) => Array.from({ length: count }, (_, index) => anItem({ number: `F-${index + 1}` }));
const lines = (more: Parameters<typeof aContent>[0]) =>
  bankLines(TEXT, aContent({ company, customer, ...more }))?.lines.map(plain);

describe('What a transfer needs, below the text:', () => {
  it('the account, and as the reference the customer and the items', () => {
    expect(lines({ items: items(2) })).toEqual([
      'IBAN FR76 3000 6000 0112 3456 7890 189 · BIC AGRIFRPP',
      'Référence à rappeler : C-0187 - F-1 et F-2',
    ]);
    expect(lines({ items: items(1), company: { ...company, bic: null } })?.[0]).toBe(
      'IBAN FR76 3000 6000 0112 3456 7890 189',
    );
  });

  it('the customer alone where there are more than three items', () => {
    expect(lines({ items: items(3) })?.[1]).toContain('F-3');
    expect(lines({ items: items(4) })?.[1]).toBe('Référence à rappeler : C-0187');
    expect(lines({ items: [] })?.[1]).toBe('Référence à rappeler : C-0187');
  });

  it('nothing that a letter shows as “?”: who copies that names no invoice', () => {
    const unprintable = [anItem({ number: 'FA-🙂' })];
    expect(lines({ items: unprintable })?.[1]).toBe('Référence à rappeler : C-0187');
    expect(lines({ items: items(1), customer: { ...customer, reference: '李' } })?.[1]).toBe(
      'Référence à rappeler : F-1',
    );
    expect(lines({ items: unprintable, customer: { ...customer, reference: '' } })?.[1]).toBe(
      'Référence à rappeler : le numéro de chaque facture réglée',
    );
  });

  it('of a statement, which has no reference of its own, the number of each invoice that is paid where they are many', () => {
    const statement = { customer: { ...customer, reference: '' }, statementColumns: ['balance'] as const };
    expect(lines({ items: items(4), ...statement })?.[1]).toBe(
      'Référence à rappeler : le numéro de chaque facture réglée',
    );
    expect(lines({ items: items(4), ...statement, language: 'en' })?.[1]).toBe(
      'Reference to quote: the number of each invoice paid',
    );
    expect(lines({ items: items(2), ...statement })?.[1]).toBe('Référence à rappeler : F-1 et F-2');
  });

  it('in the code the sum that was promised, where it is a part', () => {
    const codeOf = (more: object) => bankLines(TEXT, aContent({ company, customer, items: items(2), ...more }))?.code;
    const part = codeOf({
      items: [anItem({ number: 'F-1', balanceCents: 100_00 }), anItem({ number: 'F-2', balanceCents: 0 })],
    });
    expect(codeOf({ promisedCents: 100_00 })).toEqual(part);
    expect(codeOf({})).not.toEqual(part);
  });

  it('nothing without an IBAN', () => {
    expect(bankLines(TEXT, aContent({ company: { ...company, iban: null } }))).toBeNull();
  });

  it('the code alone, under its heading, where the text says the IBAN; and nothing where there is no code either', () => {
    const says = { ...TEXT, bodyHtml: '<p>Sur le compte #iban</p>' };
    const content = aContent({ company, customer, items: items(1) });
    expect(bankLines(says, content)).toMatchObject({ title: 'Règlement par virement', lines: [] });
    expect(bankLines(says, content)?.code?.caption).toMatch(/^À lire avec l’application de votre banque/);
    expect(bankLines(says, { ...content, currency: 'CHF' })).toBeNull();
    expect(bankLines(TEXT, { ...content, currency: 'CHF' })).toMatchObject({
      title: 'Règlement par virement',
      code: null,
    });
  });
});
