import { describe, expect, it } from 'vitest';
import { type LetterItem, type ReminderContent, STATEMENT_COLUMNS } from '../../../domain/reminder-content.ts';
import { isOverdue, itemsOf, itemTable, sumOfBalances, sumOfTotals } from '../../../domain/tags/item-table.ts';
import { aContent, anItem } from '../../letters/sample-content.ts';
import { plain } from '../plain.ts';

/** With ordinary spaces, so that it can be read. */
const creditNote = (more: Partial<LetterItem> = {}): LetterItem =>
  anItem({ kind: 'credit_note', number: 'A-1', dueOn: null, totalCents: 900, balanceCents: -500, ...more });

describe('What items sum up to', () => {
  it('is lowered by credit notes, whatever sign they are written with', () => {
    const invoice = anItem({ totalCents: 10_000, balanceCents: 6_000 });
    for (const sign of [1, -1]) {
      const credit = creditNote({ totalCents: sign * 900, balanceCents: sign * 500 });
      expect([sumOfTotals([invoice, credit]), sumOfBalances([invoice, credit])]).toEqual([9_100, 5_500]);
    }
    expect([sumOfTotals([]), sumOfBalances([])]).toEqual([0, 0]);
  });
});

describe('An item is overdue', () => {
  it('from the day after its due date on; a credit note never is', () => {
    expect([0, 1, -1].map((daysLate) => isOverdue(anItem({ daysLate })))).toEqual([false, true, false]);
    expect(isOverdue(creditNote({ daysLate: 30 }))).toBe(false);
  });
});

describe('The items of a table', () => {
  const numbers = (items: LetterItem[]) => items.map(({ number }) => number);
  const account = [
    anItem({ number: 'F-3', dueOn: '2026-10-02' }),
    anItem({ number: 'F-2', dueOn: '2026-10-01' }),
    anItem({ number: 'F-1', dueOn: '2026-10-02' }),
    anItem({ number: 'F-0', dueOn: null, issuedOn: '2026-09-30' }),
    anItem({ number: 'F-USD', currency: 'USD', dueOn: '2026-01-01' }),
  ];

  it('due on one day are in the order in which people count', () => {
    const items = ['F-10', 'F-9', 'F-100', 'AV-2', 'F-09'].map((number) => anItem({ number }));
    expect(numbers(itemsOf('#items_list_selected', aContent({ items })))).toEqual([
      'AV-2',
      'F-09',
      'F-9',
      'F-10',
      'F-100',
    ]);
  });

  it('are of the message’s currency, the oldest due first, then by their numbers; without a due date by their own', () => {
    const content = aContent({ accountItems: account, items: account.slice(0, 2), informationItems: account });
    expect(numbers(itemsOf('#items_list', content))).toEqual(['F-0', 'F-2', 'F-1', 'F-3']);
    expect(numbers(itemsOf('#items_list_selected', content))).toEqual(['F-2', 'F-3']);
    expect(numbers(itemsOf('information', content))).toEqual(['F-0', 'F-2', 'F-1', 'F-3']);
    expect(numbers(itemsOf('#items_list', { ...content, currency: 'USD' }))).toEqual(['F-USD']);
  });

  it('that are overdue leave out what is held, not due, or a credit note', () => {
    const items = [
      anItem({ number: 'late' }),
      anItem({ number: 'held', held: 'contestation en cours' }),
      anItem({ number: 'today', daysLate: 0 }),
      creditNote({ daysLate: 10 }),
    ];
    expect(numbers(itemsOf('#items_list_overdue', aContent({ accountItems: items })))).toEqual(['late']);
  });
});

describe('A table', () => {
  const rowOf = (item: LetterItem, more: Partial<ReminderContent> = {}) => {
    const { rows } = itemTable([item], aContent(more));
    return Object.fromEntries(Object.entries(rows[0]!).map(([name, cell]) => [name, cell && plain(cell)]));
  };

  it('says of an invoice what was billed, what is left and how late it is', () => {
    const invoice = anItem({
      balanceCents: 12_345,
      invoiceUrl: 'https://ged.example/1',
      paymentUrl: 'javascript:pay()',
    });
    expect(rowOf(invoice)).toEqual({
      ...{ number: 'F-2026-0412', issuedOn: '06/10/2026', dueOn: '06/10/2026', daysLate: '47 jours' },
      ...{
        total: '485,00 €',
        balance: '123,45 €',
        invoiceHref: 'https://ged.example/1',
        paymentHref: null,
        note: null,
      },
    });
    expect(rowOf(anItem({ daysLate: 1 })).daysLate).toBe('1 jour');
    expect(rowOf(anItem({ daysLate: 0 })).daysLate).toBe('');
    expect(rowOf(anItem({ daysLate: 1 }), { language: 'en' })).toMatchObject({ daysLate: '1 day', total: '€485.00' });
  });

  it('says when one without a due date is payable, and nothing of the kind about a credit note', () => {
    expect(rowOf(anItem({ dueOn: null })).dueOn).toBe('à réception');
    expect(rowOf(anItem({ dueOn: null }), { language: 'en' }).dueOn).toBe('on receipt');
    expect(rowOf(creditNote({ daysLate: 12 }))).toMatchObject({
      ...{ number: 'Avoir A-1', dueOn: '', daysLate: '', total: '−9,00 €', balance: '−5,00 €' },
    });
    expect(rowOf(creditNote(), { language: 'en' }).number).toBe('Credit note A-1');
    expect(rowOf(creditNote({ paymentUrl: 'https://pay.example/1' })).paymentHref).toBeNull();
  });

  it('of more than three hundred rows says how many follow, and sums up all of them', () => {
    const many = (count: number) =>
      itemTable(
        Array.from({ length: count }, () => anItem({ balanceCents: 100 })),
        aContent(),
      );
    const all = many(300);
    expect([all.rows.length, all.moreItems, plain(all.total)]).toEqual([300, null, '300,00 €']);
    const one = many(301);
    expect([one.rows.length, one.moreItems]).toEqual([300, '… et 1 autre pièce, comprise dans le total']);
    expect(plain(one.total)).toBe('301,00 €');
    expect(many(302).moreItems).toBe('… et 2 autres pièces, comprises dans le total');
  });
});

describe('The table of a statement', () => {
  const file = { reference: 'D-42', mission: 'Diagnostic amiante', customerName: 'SCI du Moulin' };
  const item = anItem({ file, dueOn: '2026-10-07', balanceCents: 10_000 });
  const filesOf = (more: Partial<ReminderContent>) => itemTable([item], aContent(more)).files;

  it('has the columns that the settings disclose, in their order, and no other', () => {
    const files = filesOf({ statementColumns: ['balance', 'case_reference'] });
    expect(files?.columns).toEqual([
      { key: 'balance', label: 'Reste dû', align: 'right' },
      { key: 'case_reference', label: 'Dossier', align: 'left' },
    ]);
    expect(files?.rows.map((row) => row.map(plain))).toEqual([['100,00 €', 'D-42']]);
  });

  it('can say all of a file; amounts and days stand to the right', () => {
    const files = filesOf({ statementColumns: STATEMENT_COLUMNS });
    expect(files?.rows[0]?.map(plain)).toEqual([
      ...['D-42', 'SCI du Moulin', 'Diagnostic amiante', 'F-2026-0412'],
      ...['06/10/2026', '07/10/2026', '47 jours', '485,00 €', '100,00 €'],
    ]);
    const right = files?.columns.filter(({ align }) => align === 'right').map(({ key }) => key);
    expect(right).toEqual(['days_late', 'total', 'balance']);
  });

  it('leaves a cell empty where the file says nothing, and is in no reminder', () => {
    const bare = itemTable([anItem()], aContent({ statementColumns: ['case_reference', 'customer_name', 'mission'] }));
    expect(bare.files?.rows).toEqual([['', '', '']]);
    expect(filesOf({})).toBeUndefined();
  });
});
