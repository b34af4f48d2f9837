import { describe, expect, it } from 'vitest';
import { listOfNumbers, tagValues } from '../../../domain/tags/tag-values.ts';
import { aContent, anItem } from '../../letters/sample-content.ts';

describe('Who writes, in tags', () => {
  const { company } = aContent();

  it('is the collector; what he lacks is the company’s', () => {
    const nobody = tagValues(aContent({ sender: { name: '', email: null, phone: null } }));
    expect(nobody['#user_name']).toEqual({ text: company.name });
    expect(nobody['#user_email']).toEqual({ text: company.email, href: `mailto:${company.email}` });
    expect(nobody['#user_phone']).toEqual(tagValues(aContent())['#company_phone']);
    const camille = tagValues(aContent());
    // A line that ends within a telephone number would part it.
    expect([camille['#user_name'], camille['#user_phone']]).toEqual([
      { text: 'Camille Leroy' },
      { text: '05\u00a056\u00a000\u00a000\u00a001' },
    ]);
  });

  it('has an address on one line, and a bank account in groups of four', () => {
    const values = tagValues(
      aContent({ company: { ...company, addressLines: ['18 rue des Chartrons', ' ', 'Bât. B'] } }),
    );
    expect(values['#company_address']).toEqual({ text: '18 rue des Chartrons, Bât. B, 33000 Bordeaux' });
    expect(values['#iban']?.text.replaceAll('\u00a0', ' ')).toBe('FR76 3000 6000 0112 3456 7890 189');
    expect(values['#bic']).toEqual({ text: 'AGRIFRPP' });
    expect(tagValues(aContent({ company: { ...company, iban: null, bic: null } }))).toMatchObject({
      '#iban': null,
      '#bic': null,
    });
  });

  it('is no link where the address is none: nothing may be added to a mail by it', () => {
    const email = (address: string | null) =>
      tagValues(aContent({ company: { ...company, email: address } }))['#company_email'];
    for (const address of ['a@b@c', 'a@b.example?cc=x@y.example', 'a@b.example&bcc=x', 'nobody'])
      expect(email(address)).toEqual({ text: address });
    expect(email(null)).toBeNull();
  });
});

it('A message says its day, its level and until when to pay', () => {
  const values = tagValues(aContent({ language: 'en', level: 2 }));
  expect(values['#today']?.text.replaceAll('\u00a0', ' ')).toBe('22 November 2026');
  expect(values['#payment_deadline']?.text.replaceAll('\u00a0', ' ')).toBe('1 December 2026');
  expect(values['#level']).toEqual({ text: '2' });
});

describe('Whom it is for, in tags', () => {
  it('is the contact, else the customer himself', () => {
    const { customer } = aContent();
    expect(tagValues(aContent())['#contact_name']).toEqual({ text: customer.name });
    const named = tagValues(aContent({ customer: { ...customer, contactName: 'Paul Roy' } }));
    expect(named['#contact_name']).toEqual({ text: 'Paul Roy' });
  });
});

describe('What it is about, in tags', () => {
  it('is never late by less than nothing', () => {
    const days = (...late: number[]) =>
      tagValues(aContent({ items: late.map((daysLate) => anItem({ daysLate })) }))['#days_late'];
    expect([days(-3), days(2, 9, 4), days()]).toEqual([{ text: '0' }, { text: '9' }, { text: '0' }]);
  });

  it('gives the earliest dates; without a due date it is payable on receipt', () => {
    const items = [
      anItem({ issuedOn: '2026-09-02', dueOn: '2026-10-02' }),
      anItem({ issuedOn: '2026-09-01', dueOn: null }),
    ];
    const values = tagValues(aContent({ items }));
    const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
    expect(plain(values['#invoice_date']?.text)).toBe('1er septembre 2026');
    expect(plain(values['#due_date']?.text)).toBe('2 octobre 2026');
    expect(tagValues(aContent({ items: [anItem({ dueOn: null })] }))['#due_date']).toEqual({ text: 'à réception' });
    expect(tagValues(aContent({ items: [] }))).toMatchObject({ '#invoice_date': null, '#invoice_number': null });
  });

  it('names up to eight numbers, and counts the others', () => {
    const named = (count: number, most?: number) =>
      listOfNumbers(
        Array.from({ length: count }, (_, index) => anItem({ number: String(index + 1) })),
        aContent(),
        most,
      )?.text;
    expect([named(1), named(2), named(8)]).toEqual(['1', '1 et 2', '1, 2, 3, 4, 5, 6, 7 et 8']);
    expect([named(9), named(10), named(3, 1)]).toEqual([
      ...['1, 2, 3, 4, 5, 6, 7, 8 et 1 autre', '1, 2, 3, 4, 5, 6, 7, 8 et 2 autres', '1 et 2 autres'],
    ]);
    expect(named(0)).toBeUndefined();
  });

  it('owes on the account what is open, less the money that waits to be allocated', () => {
    const balance = (unallocatedCents?: number) => {
      const { unallocatedCents: _, ...content } = aContent();
      const more = unallocatedCents === undefined ? {} : { unallocatedCents };
      return tagValues({ ...content, ...more })['#account_balance']?.text.replaceAll('\u00a0', ' ');
    };
    expect([balance(), balance(8_500)]).toEqual(['485,00 €', '400,00 €']);
  });
});
