import { describe, expect, it } from 'vitest';
import { interestText, missingText, rateText, ruleText } from '../../../domain/interest/interest-text.ts';
import { type Debt, lateInterest } from '../../../domain/interest/late-interest.ts';
import { rateTable } from '../../../domain/interest/rates.ts';
import { aDebt } from './a-debt.ts';

function say(change: Partial<Debt>, on: string, language: 'fr' | 'en' = 'fr'): string {
  const debt = aDebt(change);
  return interestText(debt, lateInterest(debt, on, rateTable([])), on, language).replaceAll(/[\u00a0\u202f]/g, ' ');
}

describe('Late interest in a sentence', () => {
  it('says the sum and the lump sum', () => {
    expect(say({}, '2026-02-09')).toBe(
      'Intérêts de retard au 9 février 2026 : 9,99 €. Indemnité forfaitaire de recouvrement : 40,00 € (C. com. D441-5).',
    );
    expect(say({}, '2026-02-09', 'en')).toBe(
      'Late interest on 9 February 2026: €9.99. Lump sum for recovery costs: €40.00 (C. com. D441-5).',
    );
  });

  it('names to a public body the article of its own code', () => {
    expect(say({ debtor: 'public' }, '2026-02-09')).toMatch(/40,00 € \(CCP D2192-35\)\.$/);
    expect(say({ debtor: 'public' }, '2026-02-09', 'en')).toMatch(/€40\.00 \(CCP D2192-35\)\.$/);
  });

  it('says why there is no lump sum, and says nothing of one about a consumer', () => {
    expect(say({ insolventSinceOn: '2026-01-10' }, '2026-02-09')).toBe(
      'Aucun intérêt : le jugement d’ouverture arrête le cours des intérêts (C. com. L622-28). Pas d’indemnité forfaitaire : une procédure collective interdisait le paiement à l’échéance.',
    );
    expect(say({ currency: 'USD' }, '2026-02-09')).toContain('ne s’ajoute pas à une autre monnaie');
    const consumer = say({ debtor: 'consumer', noticeOn: '2026-01-20' }, '2026-02-09');
    expect(consumer).toBe('Intérêts de retard au 9 février 2026 : 1,44 €.');
    expect(say({ debtor: 'consumer' }, '2026-02-09')).toContain('à compter d’une mise en demeure');
    expect(say({ debtor: 'public', insolventSinceOn: '2026-01-10' }, '2026-02-09', 'en')).toContain(
      'No lump sum: insolvency proceedings forbade the payment on the due date.',
    );
    expect(say({ currency: 'USD' }, '2026-02-09', 'en')).toContain('added to no other currency');
    expect(
      say({ debtor: 'consumer', insolventSinceOn: '2026-02-10', noticeOn: '2026-01-20' }, '2026-02-09'),
    ).not.toContain('indemnité');
  });

  it('says why nothing is owed', () => {
    expect(say({}, '2026-01-10')).toBe('Aucune pénalité : rien n’est, ni n’a été, en retard.');
    expect(say({}, '2026-01-10', 'en')).toBe('No late interest: nothing is or was late.');
    const stopped = { insolventSinceOn: '2026-01-11' };
    expect(say(stopped, '2026-02-09')).toBe(
      'Aucun intérêt : le jugement d’ouverture arrête le cours des intérêts (C. com. L622-28). Indemnité forfaitaire de recouvrement : 40,00 € (C. com. D441-5).',
    );
    expect(say(stopped, '2026-02-09', 'en')).toContain('stop it from their opening on');
    expect(say({ givenUp: true }, '2026-02-09')).toContain('annulée ou passée en perte');
    expect(say({ givenUp: true }, '2026-02-09', 'en')).toContain('cancelled or written off');
    expect(say({ debtor: 'consumer' }, '2026-02-09', 'en')).toContain('only from a formal notice by letter on');
    const noticeOfToday = { debtor: 'consumer', noticeOn: '2026-02-09' } as const;
    expect(say(noticeOfToday, '2026-02-08')).toContain('aucune n’est consignée à ce jour');
    expect(say(noticeOfToday, '2026-02-09')).toBe(
      'Aucun intérêt encore : un particulier n’en doit qu’à compter du lendemain de la mise en demeure, qui est de ce jour.',
    );
    expect(say(noticeOfToday, '2026-02-09', 'en')).toContain(
      'from the day after the formal notice, which is of this day',
    );
    expect(say(noticeOfToday, '2026-02-10')).toMatch(/^Intérêts de retard au 10 février 2026/);
  });

  it('names the rates that are missing, some of them when they are many, and the lump sum, which needs none', () => {
    expect(say({}, '2026-07-01')).toBe(
      'Intérêts non calculés, un taux manque : taux de refinancement de la BCE, 2e semestre 2026. Il s’ajoute dans les réglages. Indemnité forfaitaire de recouvrement : 40,00 € (C. com. D441-5).',
    );
    expect(say({}, '2026-07-01', 'en')).toBe(
      'Interest is not computed, a rate is missing: ECB refinancing rate, second half of 2026. Add it to the settings. Lump sum for recovery costs: €40.00 (C. com. D441-5).',
    );
    expect(say({ debtor: 'consumer', noticeOn: '2026-01-20' }, '2026-07-01')).toMatch(
      /Il s’ajoute dans les réglages\.$/,
    );
    expect(say({}, '2027-01-02')).toMatch(
      /^Intérêts non calculés, des taux manquent : .* Ils s’ajoutent dans les réglages\. Indemnité forfaitaire/,
    );
    expect(say({}, '2027-01-02', 'en')).toMatch(/, rates are missing: .* Add them to the settings\. Lump sum/);
    expect(say({ dueOn: '2019-01-01' }, '2026-01-01', 'en')).toContain('; and 8 more');
    expect(say({ dueOn: '2019-01-01' }, '2026-01-01')).toContain('2e semestre 2020 ; et 8 de plus.');
    const four = ['2026-H2', '2027-H1', '2027-H2', '2028-H1'].map((semester) => ({ kind: 'ecb' as const, semester }));
    expect(missingText(four, 'en')).not.toContain('more');
    expect(missingText([...four, { kind: 'ecb', semester: '2028-H2' }], 'en')).toContain('; and 1 more');
    expect(missingText(four.slice(1, 3), 'fr')).toBe(
      'taux de refinancement de la BCE, 1er semestre 2027\u00a0; taux de refinancement de la BCE, 2e semestre 2027',
    );
    expect(missingText(four.slice(1, 3), 'en')).toBe(
      'ECB refinancing rate, first half of 2027; ECB refinancing rate, second half of 2027',
    );
    expect(missingText(four.slice(1, 2), 'en')).toBe('ECB refinancing rate, first half of 2027');
    expect(missingText([{ kind: 'legal', semester: '2026-H2' }], 'en')).toBe(
      'legal interest rate (“autres cas”), second half of 2026',
    );
  });

  it.each([
    ['ecb_plus_10', 'BCE + 10 points', 'ECB rate + 10 points'],
    ['ecb_plus_8', 'BCE + 8 points', 'ECB rate + 8 points'],
    ['contractual_floor', 'trois fois le taux légal', 'three times the legal rate'],
    ['contractual', 'taux contractuel', 'contractual rate'],
    ['legal', 'mise en demeure', 'from the formal notice on'],
  ] as const)('names the rule %s', (rule, french, english) => {
    expect(ruleText(rule, 'fr')).toContain(french);
    expect(ruleText(rule, 'en')).toContain(english);
  });

  it('writes a rate with two decimals', () => {
    expect(rateText(1215, 'fr')).toBe('12,15\u00a0%');
    expect(rateText(262, 'en')).toBe('2.62%');
    expect(rateText(5, 'fr')).toBe('0,05\u00a0%');
  });
});
