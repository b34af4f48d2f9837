import { expect, it } from 'vitest';
import { namesFigures } from '../../../domain/tags/names-figures.ts';

it('a text names figures where its author wrote one, in its subject too; a tag or an address is none', () => {
  const names = (bodyHtml: string, subject = 'Rappel') => namesFigures({ subject, bodyHtml });
  expect(names('<ul><li>Vous devez 300,00 euros</li></ul>')).toBe(true);
  expect(names('<p>Bonjour,</p>', 'Facture F-12')).toBe(true);
  expect(names('<p>#items_amount_selected, <a href="https://site.example/2026">notre site</a></p>')).toBe(false);
});
