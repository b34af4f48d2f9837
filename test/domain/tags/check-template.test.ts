import { describe, expect, test } from 'vitest';
import { checkTemplate } from '../../../domain/tags/check-template.ts';
import { previewWarnings } from '../../../domain/tags/preview-warnings.ts';
import { aContent, anItem } from '../../letters/sample-content.ts';

describe('a template when it is saved', () => {
  test('names every unknown tag and where it stands', () => {
    const check = checkTemplate({
      subject: 'Bonjour #nom',
      bodyHtml: '<p>#balance #solde</p><ul><li>#solde</li></ul>',
    });
    expect(check.unknownTags).toEqual([
      { tag: '#nom', at: 'subject' },
      { tag: '#solde', at: 'body' },
    ]);
    expect(checkTemplate({ subject: '#level', bodyHtml: '#balance' }).unknownTags).toEqual([]);
  });

  test('made for consumers, may not speak of costs; for professionals it may', () => {
    const text = { subject: 's', bodyHtml: '<p>Des frais de 40 €.</p>' };
    expect(checkTemplate({ ...text, debtorKind: 'consumer' }).forbidden.length).toBeGreaterThan(0);
    expect(checkTemplate({ ...text, debtorKind: 'professional' })).toMatchObject({ forbidden: [], warnings: [] });
    const forAll = checkTemplate({ ...text, debtorKind: null });
    expect(forAll.forbidden).toEqual([]);
    expect(forAll.warnings.join()).toContain('ne partira pas vers un particulier');
  });

  test('that holds what no consumer may be told says which words, for each debtor that it may go to', () => {
    const text = { subject: 's', bodyHtml: '<p>Des frais et des pénalités.</p>' };
    expect(checkTemplate(text).warnings).toEqual([
      'Ce modèle ne partira pas vers un particulier\u00a0: il contient «\u00a0penalites\u00a0», «\u00a0frais\u00a0».',
    ]);
    expect(checkTemplate({ ...text, debtorKind: 'consumer' }).warnings).toHaveLength(2);
    expect(checkTemplate({ ...text, bodyHtml: '<p>Bonjour.</p>' }).warnings).toEqual([]);
  });

  test('with a table in its subject is told that only the numbers stand there', () => {
    const warnings = (subject: string) => checkTemplate({ subject, bodyHtml: '<p>Bonjour.</p>' }).warnings;
    expect(warnings('Rappel #items_list')).toEqual([
      'Dans l’objet, une balise de tableau ne donne que les numéros des pièces.',
    ]);
    expect(warnings('Rappel #balance')).toEqual([]);
  });

  test('of level 3 that is no letter, or a letter of another level, need be no formal notice', () => {
    const text = { subject: 's', bodyHtml: '<p>Payez.</p>', debtorKind: 'professional' as const };
    expect(checkTemplate({ ...text, kind: 'email', level: 3 }).warnings).toEqual([]);
    expect(checkTemplate({ ...text, kind: 'letter', level: 2 }).warnings).toEqual([]);
    const notice = { ...text, kind: 'letter', level: 3 };
    expect(checkTemplate(notice).warnings).toEqual([
      'Une lettre de niveau 3 qui ne dit pas «\u00a0mise en demeure\u00a0», ou ne fait que l’annoncer, n’en est pas une (C. civ. 1344).',
      'Une mise en demeure donne un délai\u00a0: la balise #payment_deadline manque.',
    ]);
    const english = { ...notice, bodyHtml: '<p>This is a formal notice: pay by #payment_deadline.</p>' };
    expect(checkTemplate(english).warnings).toEqual([]);
  });

  test('of level 3 or above is warned when it is no formal notice or gives no deadline', () => {
    const letter = { kind: 'letter', level: 3, debtorKind: 'professional' as const, subject: 's' };
    expect(checkTemplate({ ...letter, bodyHtml: '<p>Payez.</p>' }).warnings).toHaveLength(2);
    expect(checkTemplate({ ...letter, level: 4, bodyHtml: '<p>Payez.</p>' }).warnings).toHaveLength(2);
    const good = { ...letter, bodyHtml: '<p>Nous vous mettons en demeure de payer avant le #payment_deadline.</p>' };
    expect(checkTemplate(good).warnings).toEqual([]);
  });
});

describe('a preview', () => {
  const text = (bodyHtml: string) => ({ subject: 's', bodyHtml });

  test('says once which paragraphs are left out, of the mail and of its letter', () => {
    const texts = [text('<p>a</p><p>#documents_link</p>'), text('<p>#documents_link</p>')];
    expect(previewWarnings(texts, aContent()).join('\n')).toBe(
      '#documents_link n’a pas de valeur ici\u00a0: le paragraphe qui la contient est omis.',
    );
    expect(previewWarnings([text('<p>a</p>')], aContent())).toEqual([]);
  });

  test('says what a letter cannot print, of the address and of the text', () => {
    const customer = { ...aContent().customer, name: '李伟' };
    expect(previewWarnings([text('<p>a</p>')], aContent({ customer }))).toEqual([
      'Le courrier ne peut pas imprimer le nom ou l’adresse du client\u00a0: écrivez-les en lettres latines sur sa fiche.',
    ]);
    const items = [anItem({ number: 'F-李' })];
    const shown = ['<p>Bonjour 👍</p>', '<ul><li>شكرا</li></ul>'];
    for (const bodyHtml of shown)
      expect(previewWarnings([text('<p>a</p>'), text(bodyHtml)], aContent({ items }))).toEqual([
        'Certains caractères de ce texte ne peuvent pas être imprimés\u00a0: le courrier montre «\u00a0?\u00a0» à leur place.',
      ]);
    expect(previewWarnings([text('<p>a</p>'), text('<p>#items_list_selected</p>')], aContent({ items }))).toEqual([
      'Un numéro de pièce ne peut pas être imprimé\u00a0: le tableau du courrier dit «\u00a0Facture\u00a0» à sa place.',
    ]);
    const accents = '<p>Zoë Çağlar-Ünal, Αθήνα, Київ : œuvre de 12 €</p>';
    expect(previewWarnings([text(accents)], aContent())).toEqual([]);
  });

  test('says when the address does not fit the envelope', () => {
    const customer = { ...aContent().customer, addressLines: ['W'.repeat(70), 'X'.repeat(70)] };
    expect(previewWarnings([text('<p>a</p>')], aContent({ customer }))).toEqual([
      'L’adresse du client ne tient pas en 6 lignes de 38 caractères\u00a0: elle est abrégée sur la lettre.',
    ]);
  });
});
