import { describe, expect, test } from 'vitest';
import { plainText } from '../../../domain/rich-text/document.ts';
import { draftText } from '../../../domain/tags/draft-body.ts';
import { expandTemplate } from '../../../domain/tags/expand-template.ts';
import type { DebtorKind, ReminderContent } from '../../../domain/reminder-content.ts';
import { checkWording } from '../../../domain/wording/check-wording.ts';
import { aContent, anItem } from '../../letters/sample-content.ts';

function rules(bodyHtml: string, debtorKind: DebtorKind, level: ReminderContent['level'] = 1): string[] {
  return checkWording({ subject: 'Rappel', bodyHtml }, aContent({ debtorKind, level })).map(({ rule }) => rule);
}

const FOR_PROFESSIONALS_ONLY = [
  'une indemnité de 40 €',
  '40€',
  'de 40,00 EUR',
  'de 40,00 €',
  '40\u00a0euros',
  '40\u00a0 €',
  '€40',
  'quarante euros',
  'quarante (40) euros',
  'quarante (40) €',
  '40 (quarante) euros',
  '40,- €',
  '40.\u2014 €',
  '40&nbsp;&euro;',
  '4<strong>0 €</strong>',
  'article L441-10 du code de commerce',
  'art. L. 441-10',
  'L.441\u201110',
  'l 441-10',
  'D441-5',
  'art. 441-10 du code de commerce',
  'article 441-10',
  'D. 441–5',
  'des pénalités de retard',
  'PENALITE',
  'late payment penalties',
  'frais de recouvrement',
  'FRAIS',
  'fra\u00adis',
  'f<em>ra</em>is',
  'collection costs',
  'a fee',
  'indemnité forfaitaire',
  'indemnité de recouvrement',
  'indemnité pour frais de recouvrement',
  'coûts de recouvrement',
  'le coût de nos relances',
  'clause pénale',
  'taux : #late_penalty_rate',
  'des intérêts de retard au taux de trois fois le taux légal',
  'des intérêts moratoires de 12 %',
  'les intérêts contractuels',
  'les intérêts conventionnels',
  'une indemnité de retard de 15 €',
  'une majoration de 10 %',
  'des agios',
  'les honoraires d’huissier à votre charge',
  'les honoraires du commissaire de justice',
  'le coût de cette lettre recommandée',
  'le prix du courrier',
  'le coût d’envoi du recommandé',
  'late payment interest',
  'late interest at 12 %',
  'interest on late payments',
  'a surcharge',
  'the cost of this registered letter',
];

/** Sentences that deny that anything more is owed, and sentences that only sound like it. */
const TOLD_FREELY = [
  'la somme sans majoration ni agios',
  'la somme, sans intérêts de retard',
  'aucun intérêt de retard',
  'aucune majoration',
  'pas d’intérêts de retard',
  'no late interest',
  'notre facture d’honoraires',
  'le prix indiqué dans notre courrier',
  'un courrier',
  'nos honoraires de diagnostic',
];

describe('a consumer', () => {
  test.each(FOR_PROFESSIONALS_ONLY)('is never told « %s »', (words) => {
    expect(rules(`<p>Vous devez ${words} en sus.</p>`, 'consumer')).not.toEqual([]);
  });

  test.each(TOLD_FREELY)('may be told « %s »', (words) => {
    expect(rules(`<p>Vous devez ${words}.</p>`, 'consumer')).toEqual([]);
  });

  test.each(['les intérêts au taux légal', 'les intérêts de retard au taux légal', 'interest at the statutory rate'])(
    'is told of « %s » by the formal notice, and not before',
    (words) => {
      const at = (level: ReminderContent['level']) => rules(`<p>Courent ${words}.</p>`, 'consumer', level);
      expect([at(1), at(2), at(3)]).toEqual([['consumer_interest_too_early'], ['consumer_interest_too_early'], []]);
      expect(rules(`<p>Courent ${words}.</p>`, 'professional', 1)).toEqual([]);
    },
  );

  test('is told of them beside the ladder once an invoice of the message has had its formal notice, and no sooner', () => {
    const template = { subject: 'Rappel', bodyHtml: '<p>Les intérêts au taux légal courent.</p>' };
    const reached = (level: number) =>
      checkWording(template, aContent({ debtorKind: 'consumer', level: 0, items: [anItem({ level })] })).length;
    expect([reached(2), reached(3)]).toEqual([1, 0]);
    const costs = { subject: 'Rappel', bodyHtml: '<p>Et des frais.</p>' };
    const after = aContent({ debtorKind: 'consumer', level: 0, items: [anItem({ level: 3 })] });
    expect(checkWording(costs, after).map(({ rule }) => rule)).toEqual(['consumer_costs']);
  });

  test('of whom a statement tells a third party may be said to owe them', () => {
    const template = { subject: 'État', bodyHtml: '<p>Avec les intérêts au taux légal.</p>' };
    const statement = aContent({ debtorKind: 'consumer', level: 0, items: [anItem({ level: 0 })] });
    expect(checkWording(template, { ...statement, statementColumns: ['balance'] })).toEqual([]);
    expect(checkWording(template, statement)).toHaveLength(1);
  });

  test('is not told so in a list either', () => {
    expect(rules('<p>Vous devez :</p><ul><li>le solde</li><li>des frais</li></ul>', 'consumer')).toEqual([
      'consumer_costs',
    ]);
  });

  test('is not told a rate of penalties by a tag', () => {
    const template = { subject: 'Rappel', bodyHtml: '<p>Taux : #late_penalty_rate</p>' };
    expect(checkWording(template, aContent({ debtorKind: 'consumer' }))).toEqual([
      { rule: 'consumer_penalty', found: '#late_penalty_rate' },
    ]);
  });

  test('may read words that a tag keeps apart', () => {
    expect(rules('<p>40#customer_name€</p>', 'consumer')).toEqual([]);
  });

  test('is not told so in the subject either', () => {
    const consumer = aContent({ debtorKind: 'consumer', level: 1 });
    expect(checkWording({ subject: 'Frais de relance', bodyHtml: 'x' }, consumer)).toHaveLength(1);
    expect(checkWording({ subject: 'Rappel', bodyHtml: 'x' }, consumer)).toEqual([]);
  });

  test.each(FOR_PROFESSIONALS_ONLY)('is the only one: a professional and a public body may read « %s »', (words) => {
    expect(rules(`<p>Vous devez ${words} en sus.</p>`, 'professional')).toEqual([]);
    expect(rules(`<p>Vous devez ${words} en sus.</p>`, 'public')).toEqual([]);
  });

  test.each([
    '140 €',
    '2 040 €',
    '40 jours',
    '1,40 €',
    '40,50 €',
    'il est rafraîchi',
    'coffee',
    'article L44',
    'facture 441-10',
    'quarante jours',
    '40 (quarante) jours',
    'une indemnité d’assurance',
    'le coût de la mission',
    'facture F-40',
  ])('may read « %s »', (words) => expect(rules(`<p>Voici ${words}.</p>`, 'consumer')).toEqual([]));

  test('may be called Frais and owe 40,00 €: only the author’s words are judged', () => {
    const content = aContent({
      customer: { ...aContent().customer, name: 'Mme Frais Pénalité' },
      items: [anItem({ number: 'FRAIS-40 €', balanceCents: 4_000 })],
    });
    const template = {
      subject: '#customer_name',
      bodyHtml: '<p>#customer_name #balance</p><p>#items_list_selected</p>',
    };
    expect(checkWording(template, content)).toEqual([]);
  });
});

describe('a draft that a person corrected', () => {
  const content = aContent({
    customer: { ...aContent().customer, name: 'Mme #iban Frais' },
    items: [anItem({ balanceCents: 4_000 })],
  });
  const template = {
    subject: 'À #customer_name',
    bodyHtml: '<p>#customer_name, vous devez #balance.</p><p>#items_list_selected</p>',
  };

  test('is judged by whole words: what is owed, nothing or 640,00 €, and a name hide no part of others', () => {
    const base = aContent({ debtorKind: 'consumer', level: 1 });
    const customer = { ...base.customer, name: 'Rais' };
    const content = { ...base, customer, items: [anItem({ balanceCents: 0, totalCents: 0 })], informationItems: [] };
    const found = (bodyHtml: string) => checkWording({ subject: 'x', bodyHtml }, content).map(({ rule }) => rule);
    expect(found('<p>soit 40,00 € pour M. Rais, hors 640,00 €</p>')).toEqual(['consumer_forty_euros']);
    expect(found('<p>des frais</p>')).toEqual(['consumer_costs']);
  });

  test('may hold the debtor’s own name and amount in words, and nothing more of the kind', () => {
    const draft = draftText(template, content);
    expect(draft.bodyHtml).toContain('40,00');
    expect(checkWording(draft, content)).toEqual([]);
    const added = { ...draft, bodyHtml: `${draft.bodyHtml}<p>plus 40 €</p>` };
    expect(checkWording(added, content).map(({ rule }) => rule)).toEqual(['consumer_forty_euros']);
  });

  test('may hold each amount and each sum of the items', () => {
    const found = (bodyHtml: string, ...cents: number[]) => {
      const items = cents.map((balanceCents, index) => anItem({ number: `F-${index}`, balanceCents, totalCents: 1 }));
      return checkWording({ subject: 'x', bodyHtml }, aContent({ items, informationItems: [] })).length;
    };
    expect(found('<p>soit 40,00 €</p>', 40_00, 30_00)).toBe(0);
    expect(found('<p>soit 40,00 €</p>', 15_00, 25_00)).toBe(0);
    expect(found('<p>soit 40,00 €</p>', 15_00, 30_00)).toBe(1);
  });

  test('may hold the names of the debtor as they are written, short or long, and with any signs', () => {
    const found = (text: string, name: string, contactName: string | null = null) => {
      const customer = { ...aContent().customer, name, contactName };
      return checkWording({ subject: 'x', bodyHtml: `<p>Bonjour ${text},</p>` }, aContent({ customer })).length;
    };
    expect(found('Fees', 'Fees')).toBe(0);
    expect(found('Frais (Lyon)', 'Frais (Lyon)')).toBe(0);
    expect(found("L'Atelier des Frais", 'L’Atelier des Frais')).toBe(0);
    expect(found('Martin Frais', 'Martin', 'Martin Frais')).toBe(0);
    expect(found('Martin Frais', 'Martin')).toBe(1);
  });

  test('says the same as before when nothing was corrected: no value is read as a tag', () => {
    const draft = draftText(template, content);
    expect(draftText(draft, content)).toEqual(draft);
    const once = expandTemplate(template, content);
    const again = expandTemplate(draft, content);
    expect(again.subject).toBe(once.subject);
    expect(again.subject).toBe('À Mme #iban Frais');
    const texts = (blocks: typeof once.blocks) =>
      blocks.map((block) => (block.type === 'paragraph' ? plainText(block.inlines) : block.type));
    expect(texts(again.blocks)).toEqual(texts(once.blocks));
  });

  test('is held back when a tag was misspelt', () => {
    expect(checkWording({ subject: 's', bodyHtml: '#customer_nom' }, content)).toEqual([
      { rule: 'unknown_tag', found: '#customer_nom' },
    ]);
  });
});

describe('a formal notice', () => {
  const words = [
    'Ceci est une mise en demeure',
    'nous vous mettons en demeure',
    'MISE EN<br>DEMEURE',
    'mise-en-demeure',
    'this is a formal notice',
  ];
  test.each(words)('is announced by no earlier level: « %s »', (text) => {
    for (const level of [0, 1, 2] as const)
      expect(rules(`<p>${text}.</p>`, 'professional', level)).toEqual(['formal_notice_too_early']);
    expect(rules(`<p>${text}.</p>`, 'professional', 3)).toEqual([]);
  });
  test('is not every delay', () => {
    expect(rules('<p>Sans réponse, nous enverrons une lettre recommandée.</p>', 'professional', 2)).toEqual([]);
  });
});
