import { describe, expect, test } from 'vitest';
import { checkTemplate } from '../../../domain/tags/check-template.ts';
import { previewWarnings } from '../../../domain/tags/preview-warnings.ts';
import { aContent } from '../../letters/sample-content.ts';

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

  test('of level 3 is warned when it is no formal notice or gives no deadline', () => {
    const letter = { kind: 'letter', level: 3, debtorKind: 'professional' as const, subject: 's' };
    expect(checkTemplate({ ...letter, bodyHtml: '<p>Payez.</p>' }).warnings).toHaveLength(2);
    const good = { ...letter, bodyHtml: '<p>Nous vous mettons en demeure de payer avant le #payment_deadline.</p>' };
    expect(checkTemplate(good).warnings).toEqual([]);
  });
});

test('a preview says what was dropped, what is left out and what holds the message back', () => {
  const template = { subject: 's', bodyHtml: '<p>a<img></p><p>#documents_link</p><p>frais</p>' };
  const warnings = previewWarnings(template, aContent(), 'fr');
  expect(warnings).toHaveLength(3);
  expect(warnings.join()).toMatch(/<img>.*#documents_link.*« frais »/);
  expect(previewWarnings({ subject: 's', bodyHtml: '<p>a</p>' }, aContent(), 'fr')).toEqual([]);
});

test('a preview says when the address does not fit the envelope', () => {
  const text = { subject: 's', bodyHtml: '<p>a</p>' };
  const customer = { ...aContent().customer, addressLines: ['W'.repeat(70), 'X'.repeat(70)] };
  expect(previewWarnings(text, aContent({ customer }), 'fr').join()).toContain('38 caractères');
});
