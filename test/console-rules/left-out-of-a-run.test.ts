import { describe, expect, it } from 'vitest';
import { refusalWords, whyLeftOut } from '../../console/pages/reminders/run/run-words.ts';
import { RUN_REFUSALS } from '../../domain/messages/run-refusals.ts';

// The dialog of a run groups the invoices it leaves out by these words; a code without words would be shown as it is.

describe('What a run leaves out is said in words', () => {
  it.each(RUN_REFUSALS)('in either language: %s', (code) => {
    for (const language of ['fr', 'en'] as const) {
      expect(refusalWords[language]).toHaveProperty(code);
      expect(whyLeftOut(code, language)).toMatch(/^\p{Lu}[^_]+$/u);
    }
  });

  it('and no words are kept for what no run says', () => {
    expect(Object.keys(refusalWords.fr).toSorted()).toEqual(RUN_REFUSALS.toSorted());
  });

  it('and what cannot be printed is told from an address that is not there', () => {
    expect(whyLeftOut('unprintable_address', 'fr')).toMatch(/Adresse.*s’impriment/);
    expect(whyLeftOut('unprintable_address', 'en')).toMatch(/address.*printed/);
    expect(whyLeftOut('no_address', 'fr')).not.toBe(whyLeftOut('unprintable_address', 'fr'));
  });

  it('and what the provider did not take is said to be its refusal, with its code', () => {
    expect(whyLeftOut('validation_error', 'fr')).toBe('Refusé par le prestataire (validation_error)');
    expect(whyLeftOut('validation_error', 'en')).toBe('Refused by the provider (validation_error)');
  });
});
