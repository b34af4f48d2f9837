import { describe, expect, it } from 'vitest';
import { bankLines } from '../../../domain/wording/bank-lines.ts';
import { checkWording, findForbidden } from '../../../domain/wording/check-wording.ts';
import { explainFinding } from '../../../domain/wording/explain-finding.ts';
import { aContent, anItem } from '../../letters/sample-content.ts';

const TEXT = { subject: 'Rappel', bodyHtml: '<p>Bonjour</p>' };

describe('What may not be written is explained to whoever has to correct it', () => {
  it.each([
    ['soit 40 €', 'consumer_forty_euros', 'D441-5', 'D441-5'],
    ['une clause pénale', 'consumer_fixed_compensation', 'forfaitaire', 'fixed compensation'],
    ['article L441-10', 'consumer_commercial_code', 'code de commerce', 'commercial code'],
    ['une pénalité', 'consumer_penalty', 'pénalité de retard', 'late penalty'],
    ['des frais', 'consumer_costs', 'CPCE L111-8', 'CPCE L111-8'],
    ['des intérêts de retard', 'consumer_interest', 'taux légal', 'legal rate'],
    ['les intérêts au taux légal', 'consumer_interest_too_early', 'de niveau 3', 'of level 3'],
    ['une mise en demeure', 'formal_notice_too_early', 'niveau 3', 'level 3'],
    ['#reste', 'unknown_tag', 'n’existe pas', 'no such tag'],
  ])('« %s »: %s', (words, rule, french, english) => {
    const content = aContent({ debtorKind: 'consumer', level: 2, items: [anItem({ balanceCents: 1 })] });
    const [finding, ...others] = checkWording({ ...TEXT, bodyHtml: `<p>Voici ${words}.</p>` }, content);
    expect([finding?.rule, others]).toEqual([rule, []]);
    const sentence = explainFinding(finding!, 'fr');
    expect(sentence).toContain(french);
    expect(sentence).toMatch(/^«\u00a0.+\u00a0»\u00a0: .+\.$/);
    expect(explainFinding(finding!, 'en')).toMatch(new RegExp(`^“.+”: .*${english}.*\\.$`));
  });

  it('by its name where no sentence is known', () => {
    expect(explainFinding({ rule: 'new_rule', found: 'x' }, 'en')).toBe('“x”: new_rule.');
  });
});

describe('A template that is saved', () => {
  const notice = { ...TEXT, bodyHtml: '<p>mise en demeure, 40 €</p>' };
  const rules = (...about: [Parameters<typeof findForbidden>[1], Parameters<typeof findForbidden>[2]]) =>
    findForbidden(notice, ...about).map(({ rule }) => rule);

  it('is judged by what is known of whom and for which level it is', () => {
    expect(rules(undefined, undefined)).toEqual([]);
    expect(rules('consumer', undefined)).toEqual(['consumer_forty_euros']);
    expect(rules('professional', 2)).toEqual(['formal_notice_too_early']);
    expect(rules('consumer', 3)).toEqual(['consumer_forty_euros']);
  });
});

describe('What a transfer needs', () => {
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
  const linesOf = (more: Parameters<typeof aContent>[0] = {}) => bankLines(TEXT, aContent(more))?.lines.map(plain);
  const items = (count: number) => Array.from({ length: count }, (_, index) => anItem({ number: `F-${index + 1}` }));

  it('is the account and what to quote: the customer, and up to three numbers', () => {
    expect(linesOf()).toEqual([
      'IBAN FR76 3000 6000 0112 3456 7890 189 · BIC AGRIFRPP',
      'Référence à rappeler : C-0187 - F-2026-0412',
    ]);
    expect(linesOf({ items: items(3) })?.[1]).toBe('Référence à rappeler : C-0187 - F-1, F-2 et F-3');
    expect(linesOf({ items: items(4) })?.[1]).toBe('Référence à rappeler : C-0187');
    expect(linesOf({ company: { ...aContent().company, bic: null } })?.[0]).toMatch(/189$/);
  });

  it('is not told without an IBAN', () => {
    expect(linesOf({ company: { ...aContent().company, iban: null } })).toBeUndefined();
  });
});
