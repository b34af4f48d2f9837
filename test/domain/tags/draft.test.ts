import { describe, expect, it } from 'vitest';
import { draftText } from '../../../domain/tags/draft-body.ts';
import { quoteTags, splitTags } from '../../../domain/tags/split-tags.ts';
import { wholeTags } from '../../../domain/tags/whole-tags.ts';
import { aContent } from '../../letters/sample-content.ts';

const content = aContent({ customer: { ...aContent().customer, name: 'Mme #iban Roy' } });
const draft = (bodyHtml: string) => draftText({ subject: 'À #customer_name', bodyHtml }, content);
const shown = (text: string) => text.replaceAll('\u2060', '');

describe('The draft of a message', () => {
  it('has the values in the place of the tags, in the subject, in paragraphs and in lists', () => {
    const { subject, bodyHtml } = draft(
      '<p>Bonjour #customer_name,<br>merci.</p><ul><li>Pour #customer_name</li></ul>',
    );
    expect(shown(subject)).toBe('À Mme #iban Roy');
    expect(shown(bodyHtml)).toBe('<p>Bonjour Mme #iban Roy,<br>merci.</p>\n<ul><li>Pour Mme #iban Roy</li></ul>');
  });

  it('keeps each of its tables as the tag that it was', () => {
    const { bodyHtml } = draft('<p>#items_list_selected</p><p>et</p><p>#items_list</p>');
    expect(bodyHtml.split('\n')).toEqual(['<p>#items_list_selected</p>', '<p>et</p>', '<p>#items_list</p>']);
  });

  it('keeps the tag of a table that follows one without rows, or one that went with its paragraph', () => {
    const held = aContent().items.map((item) => ({ ...item, held: 'suspendu' }));
    const nothingOverdue = { ...content, items: held, accountItems: held, paymentUrl: null };
    const body =
      '<p>#items_list_overdue</p><p>En ligne : #payment_link #items_list</p><p>Relevé : #items_list_selected</p>';
    const { bodyHtml } = draftText({ subject: 'Relevé', bodyHtml: body }, nothingOverdue);
    expect(bodyHtml.split('\n')).toEqual(['<p>Relevé : </p>', '<p>#items_list_selected</p>']);
  });
});

describe('A text parted at its tags', () => {
  const parts = (text: string) =>
    splitTags(text).map((piece) =>
      piece.type === 'text' ? piece.text : piece.type === 'tag' ? `[${piece.tag}]` : `?${piece.word}`,
    );

  it('is known tags, unknown ones and what is between', () => {
    expect(parts('Bonjour #customer_name, soit #balance')).toEqual([
      ...['Bonjour ', '[#customer_name]', ', soit ', '[#balance]'],
    ]);
    expect(parts('#customer_names et #balance')).toEqual(['?#customer_names', ' et ', '[#balance]']);
    expect(parts('')).toEqual([]);
  });

  it('has no tag in the middle of a word or of an address, unless it is a known one', () => {
    expect(parts('C#maj et n°1#maj')).toEqual(['C#maj et n°1#maj']);
    expect(parts('https://x.example/#haut')).toEqual(['https://x.example/#haut']);
    expect(parts('à#balance')).toEqual(['à', '[#balance]']);
    expect(parts('voir https://x.example #haut')).toEqual(['voir https://x.example ', '?#haut']);
  });

  it('names no more than 60 characters of one that is unknown', () => {
    expect(parts(`#${'a'.repeat(100)}`)).toEqual([`?#${'a'.repeat(59)}`]);
  });

  it('has none where a value was quoted, and the value reads as it was written', () => {
    for (const value of ['Mme #iban', '#1', 'a # b', '#customer_name#iban']) {
      expect(parts(quoteTags(value)).join('')).toBe(value);
      expect(splitTags(quoteTags(value)).every(({ type }) => type === 'text')).toBe(true);
    }
  });
});

describe('A tag of which a part is set otherwise', () => {
  const plain = (text: string) => ({ type: 'text' as const, text, marks: {} });
  const strong = (text: string) => ({ type: 'text' as const, text, marks: { bold: true as const } });

  it('stands whole in its first run', () => {
    expect(wholeTags([plain('Soit #bal'), strong('ance')])).toEqual([plain('Soit #balance')]);
    expect(wholeTags([plain('Soit #'), strong('balance en tout')])).toEqual([
      plain('Soit #balance'),
      strong(' en tout'),
    ]);
    expect(wholeTags([plain('#b'), strong('al'), plain('ance.')])).toEqual([plain('#balance'), plain('.')]);
  });

  it('takes nothing of what is no tag, nor over a line end', () => {
    const apart = [plain('Soit '), strong('tout'), plain(' #balance'), strong(', vite'), plain('#1'), strong('2')];
    expect(wholeTags(apart)).toEqual(apart);
    const broken = [plain('#bal'), { type: 'break' as const }, plain('ance')];
    expect(wholeTags(broken)).toEqual(broken);
  });
});
