import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../domain/rich-text/document.ts';
import { expandTemplate, UnknownTagError } from '../../../domain/tags/expand-template.ts';
import { TAGS } from '../../../domain/tags/tag-list.ts';
import type { ReminderContent } from '../../../domain/reminder-content.ts';
import { aContent, anItem } from '../../letters/sample-content.ts';

/** The text of the body: paragraphs on lines of their own, tables as [numbers…]. */
function said(bodyHtml: string, content: ReminderContent = aContent()): string {
  const { blocks } = expandTemplate({ subject: '', bodyHtml }, content);
  const lines = blocks.map((block) => {
    if (block.type === 'items') return `[${block.rows.map((row) => row.number).join(' ')} = ${block.total}]`;
    return block.type === 'list' ? block.items.map(plainText).join(' | ') : plainText(block.inlines);
  });
  return lines.join('\n').replace(/[\u00a0\u202f]/g, ' ');
}

const DOCUMENTED =
  '#customer_name #customer_reference #contact_name #invoice_number #invoice_date #due_date #invoice_amount #balance #days_late #level #items_list #items_amount #items_list_overdue #items_amount_overdue #items_list_selected #items_amount_selected #account_balance #account_overdue #company_name #company_address #company_email #company_phone #iban #bic #late_penalty_rate #user_name #user_email #user_phone #payment_link #documents_link #today #payment_deadline #promised_payments';

test('the tags are those that are documented, each with a sentence in both languages', () => {
  expect(TAGS.map(({ tag }) => tag).join(' ')).toBe(DOCUMENTED);
  for (const { sentence } of TAGS) expect(sentence.fr && sentence.en).toMatch(/\.$/);
});

test('every tag has a value in a complete message', () => {
  const content = aContent({
    debtorKind: 'professional',
    documentsUrl: 'https://ged.example/',
    promisedPayments: [{ on: '2026-12-12', amountCents: 100_00 }],
  });
  const bodyHtml = TAGS.map(({ tag }) => `<p>${tag}</p>`).join('');
  expect(expandTemplate({ subject: '', bodyHtml }, content).omittedTags).toEqual([]);
  expect(said(bodyHtml, content)).not.toContain('#');
});

describe('a tag', () => {
  test('is read whole: #items_list_selected is not #items_list, #balances is no tag', () => {
    const other = anItem({ number: 'F-OTHER' });
    const content = aContent({ accountItems: [...aContent().items, other] });
    expect(said('#items_list_selected', content)).toBe('[F-2026-0412 = 485,00 €]');
    expect(said('#items_list', content)).toBe('[F-2026-0412 F-OTHER = 970,00 €]');
    expect(() => said('Reste #balances')).toThrow(UnknownTagError);
    expect(() => said('Reste #balance<strong>s</strong>')).toThrow(UnknownTagError);
  });

  test('of which a part is bold is still that tag, and what follows keeps its own setting', () => {
    expect(said('<p>Reste #bal<em>ance</em>, <strong>#</strong>customer_name</p>')).toBe(
      said('Reste #balance, #customer_name'),
    );
    expect(said('<p>#items_list<u>_selected et</u></p>')).toBe(said('<p>#items_list_selected<u> et</u></p>'));
    const { blocks } = expandTemplate({ subject: '', bodyHtml: '<p><em>#bal</em>ance dû</p>' }, aContent());
    expect(blocks).toMatchObject([{ inlines: [{ marks: { em: true } }, { text: ' dû', marks: {} }] }]);
  });

  test('that does not exist is named and nothing is made of the template', () => {
    expect(() => expandTemplate({ subject: '#nope', bodyHtml: 'x #nada' }, aContent())).toThrow(/#nope, #nada/);
    expect(said('n° #1, https://a.example/x#top, C#dur')).toBe('n° #1, https://a.example/x#top, C#dur');
  });

  test('is read in text, not in attributes', () => {
    expect(said('<p><a href="#payment_link">ici</a></p>')).toBe('ici');
  });

  test('keeps the marks around it', () => {
    const { blocks } = expandTemplate({ subject: '', bodyHtml: '<p><strong>#balance</strong></p>' }, aContent());
    expect(blocks[0]).toMatchObject({ inlines: [{ marks: { strong: true }, fromTag: true }] });
  });

  test('brings in its value as it is, never read again for tags or HTML', () => {
    const values = fc.oneof(fc.constantFrom(...TAGS.map(({ tag }) => tag), '<b>&amp;</b>', '#nope'), fc.string());
    fc.assert(
      fc.property(values, (value) => {
        const name = `x${value}`;
        const content = aContent({ customer: { ...aContent().customer, name } });
        const text = said('<p>De #customer_name.</p>', content);
        expect(text).toBe(`De ${name.replace(/[\s\u2028\u2029]+/g, ' ').trim()}.`);
      }),
    );
  });

  test('without a value takes its paragraph or list item away, and is named', () => {
    const content = aContent({ paymentUrl: null });
    const template = {
      subject: 's',
      bodyHtml: '<p>A</p><p>En ligne : #payment_link</p><ul><li>b</li><li>#payment_link</li></ul>',
    };
    expect(said(template.bodyHtml, content)).toBe('A\nb');
    expect(expandTemplate(template, content).omittedTags).toEqual(['#payment_link']);
    expect(said('<p>En ligne : #payment_link</p>')).toBe('En ligne : https://pay.example/i/F-2026-0412');
  });
});

test('a table of nothing leaves with its paragraph, and is named', () => {
  const body = '<p>A</p><p>Échu à ce jour : #items_list_overdue</p><p>#items_list_overdue</p><p>#items_list</p>';
  const soon = aContent({ accountItems: [anItem({ number: 'F-SOON', daysLate: -3 })] });
  expect(said(body, soon)).toBe('A\n[F-SOON = 485,00 €]');
  expect(expandTemplate({ subject: 's', bodyHtml: body }, soon).omittedTags).toEqual(['#items_list_overdue']);
  const late = aContent({ accountItems: [anItem({ number: 'F-LATE' })] });
  expect(said(body, late).split('\n')).toHaveLength(5);
});

describe('for a consumer', () => {
  test('the late penalty rate has no value; for a professional it has', () => {
    expect(said('Taux : #late_penalty_rate')).toBe('');
    expect(said('Taux : #late_penalty_rate', aContent({ debtorKind: 'professional' }))).toContain('trois fois');
  });
});

describe('amounts', () => {
  const selected = anItem({
    number: 'F-1',
    dueOn: '2026-10-01',
    totalCents: 10_000,
    balanceCents: 6_000,
    daysLate: 52,
  });
  const held = anItem({
    number: 'F-2',
    dueOn: '2026-10-02',
    balanceCents: 20_000,
    held: 'contestation en cours',
    daysLate: 51,
  });
  const future = anItem({ number: 'F-3', dueOn: '2026-12-24', balanceCents: 30_000, daysLate: -32 });
  const late = anItem({ number: 'F-4', dueOn: '2026-11-01', balanceCents: 40_000, daysLate: 21 });
  const credit = anItem({
    number: 'A-1',
    kind: 'credit_note',
    dueOn: null,
    issuedOn: '2026-12-30',
    totalCents: 900,
    balanceCents: -500,
    daysLate: 0,
  });
  const dollars = anItem({ number: 'F-5', currency: 'USD', balanceCents: 99_900 });
  const content = aContent({
    items: [selected],
    accountItems: [selected, held, future, late, credit, dollars],
    unallocatedCents: 1_000,
  });

  test.each([
    ['#balance', '60,00 €'],
    ['#items_amount_selected', '60,00 €'],
    ['#invoice_amount', '100,00 €'],
    ['#items_amount', '955,00 €'],
    ['#account_balance', '945,00 €'],
    ['#items_amount_overdue', '460,00 €'],
    ['#account_overdue', '460,00 €'],
    ['#days_late', '52'],
    ['#items_list_selected', '[F-1 = 60,00 €]'],
    ['#items_list', '[F-1 F-2 F-4 F-3 Avoir A-1 = 955,00 €]'],
    ['#items_list_overdue', '[F-1 F-4 = 460,00 €]'],
  ])('%s reads %s', (tag, text) => expect(said(tag, content)).toBe(text));

  test('held items are marked in #items_list, in words', () => {
    const { blocks } = expandTemplate({ subject: '', bodyHtml: '#items_list' }, content);
    const notes = blocks.flatMap((block) => (block.type === 'items' ? block.rows.map((row) => row.note) : []));
    expect(notes).toEqual([null, 'contestation en cours', null, null, null]);
  });
});

describe('several items', () => {
  const items = Array.from({ length: 12 }, (_, index) =>
    anItem({ number: `F-${10 + index}`, dueOn: `2026-10-${10 + index}` }),
  );

  test('are named as in a sentence, the first ones only when they are many', () => {
    expect(said('#invoice_number', aContent({ items: items.slice(0, 3) }))).toBe('F-10, F-11 et F-12');
    expect(said('#invoice_number', aContent({ items }))).toMatch(/F-17 et 4 autres$/);
    expect(expandTemplate({ subject: '#invoice_number', bodyHtml: 'x' }, aContent({ items })).subject).toBe(
      'F-10, F-11, F-12 et 9 autres',
    );
  });

  test('give the oldest date', () => {
    expect(said('#due_date', aContent({ items: items.toReversed() }))).toBe('10 octobre 2026');
  });
});

test('a subject does not end in a dash when there is no number', () => {
  const subject = (items: ReminderContent['items']) =>
    expandTemplate({ subject: 'Rappel – #invoice_number', bodyHtml: 'x' }, aContent({ items })).subject;
  expect(subject([])).toBe('Rappel');
  expect(subject([anItem()])).toBe('Rappel – F-2026-0412');
});

test('items for information follow the first table with their own total', () => {
  const content = aContent({ informationItems: [anItem({ number: 'F-INFO', balanceCents: 100 })] });
  const lines = said('<p>A</p><p>#items_list_selected</p><p>Z</p>', content).split('\n');
  expect(lines.map((line) => line.slice(0, 7))).toEqual(['A', '[F-2026', 'Pour in', '[F-INFO', 'Z']);
  expect(said('<p>A</p><p>#items_list_selected</p>')).not.toContain('information');
});

test('items for information that are not all overdue are not called so', () => {
  const late = anItem({ number: 'F-LATE' });
  const title = (...informationItems: ReminderContent['items']) =>
    said('<p>#items_list_selected</p>', aContent({ informationItems })).split('\n')[1];
  expect(title(late, late)).toMatch(
    /^Pour information, les pièces suivantes .* sont également échues.; elles ne sont pas/,
  );
  expect(title(late)).toMatch(/^Pour information, la pièce suivante .* est également échue.; elle n’est pas comprise/);
  expect(title(anItem({ number: 'F-SOON', daysLate: -3 }))).toMatch(
    /^Pour information, voici l’autre pièce .*; elle n’est pas comprise/,
  );
  expect(title(late, anItem({ number: 'F-SOON', daysLate: -3 }))).toMatch(/^Pour information, voici les autres pièces/);
  // A preventive message is about what is not due yet: its text must not say that something else is overdue "too".
  const preventive = aContent({ items: [anItem({ daysLate: -3 })], informationItems: [late] });
  expect(said('<p>#items_list_selected</p>', preventive)).toContain('Pour information, voici l’autre pièce');
});

test('items for information are not listed twice where the text shows the account', () => {
  const [own, other] = [anItem(), anItem({ number: 'F-OTHER' })];
  const content = aContent({ items: [own], accountItems: [own, other], informationItems: [other] });
  expect(said('<p>#items_list</p>', content)).not.toContain('Pour information');
  expect(said('<p>#items_list_selected</p>', content)).toContain('Pour information');
});

describe('a signature', () => {
  const signature = '<p>#user_name<br>#company_name</p>';
  test('says the company once when no person signs', () => {
    const content = aContent({ sender: { name: '', email: null, phone: null } });
    expect(said(signature, content)).toBe(content.company.name);
  });
  test('says the collector, then the company', () => {
    const content = aContent({ sender: { name: 'Léa Martin', email: null, phone: null } });
    expect(said(signature, content)).toBe(`Léa Martin\n${content.company.name}`);
  });
});
