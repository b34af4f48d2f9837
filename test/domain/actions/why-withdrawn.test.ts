import { expect, it } from 'vitest';
import { whyWithdrawn } from '../../../domain/actions/why-withdrawn.ts';

it('says in a sentence why an action was taken back, and never a code', () => {
  expect(whyWithdrawn('level_set', 'fr')).toBe('Une personne a fixé un autre niveau.');
  for (const code of [
    'dispute_rejected',
    'dispute_upheld',
    'dispute_withdrawn',
    'credited',
    'lifted',
    'going_live',
    'planned_in_trial',
    'corrected',
    'ladder_goes_on',
    'limitation_put_off',
  ]) {
    expect(whyWithdrawn(code, 'fr')).toMatch(/^\p{Lu}.*[^_]\.$/u);
    expect(whyWithdrawn(code, 'fr')).not.toBe(whyWithdrawn('some_new_code', 'fr'));
  }
  for (const code of ['some_new_code', 'bounced', 'constructor'])
    expect(whyWithdrawn(code, 'fr')).toBe('Le dossier attend la décision d’une personne.');
});

it('leaves what a person wrote as it was written', () => {
  expect(whyWithdrawn('Client déjà relancé par téléphone', 'fr')).toBe('Client déjà relancé par téléphone');
  expect(whyWithdrawn(null, 'fr')).toBeNull();
});

it('says each code in English too, and leaves what a person wrote', () => {
  expect(whyWithdrawn('level_set', 'en')).toBe('A person set another level.');
  expect(whyWithdrawn('some_new_code', 'en')).toBe('The case waits for a person to decide.');
  expect(whyWithdrawn('Client déjà relancé', 'en')).toBe('Client déjà relancé');
});
