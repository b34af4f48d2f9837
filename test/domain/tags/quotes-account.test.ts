import { expect, it } from 'vitest';
import { quotesAccount } from '../../../domain/tags/quotes-account.ts';

it('a text quotes the account where a tag of it stands, in its subject too and whatever way it is set', () => {
  const quotes = (bodyHtml: string, subject = 'Rappel') => quotesAccount({ subject, bodyHtml });
  expect(quotes('<ul><li>Solde\u00a0: #account_bal<em>ance</em></li></ul>')).toBe(true);
  expect(quotes('<p>Bonjour,</p>', 'Rappel – #items_amount_overdue')).toBe(true);
  expect(quotes('<p>#items_list_selected, #items_amount_selected, #balance; #items_lists</p>')).toBe(false);
});
