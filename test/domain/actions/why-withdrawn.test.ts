import { expect, it } from 'vitest';
import { whyWithdrawn } from '../../../domain/actions/why-withdrawn.ts';

it('says in a sentence why an action was taken back, and never a code', () => {
  expect(whyWithdrawn('level_set')).toBe('Une personne a fixé un autre niveau.');
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
    expect(whyWithdrawn(code)).toMatch(/^\p{Lu}.*[^_]\.$/u);
    expect(whyWithdrawn(code)).not.toBe(whyWithdrawn('some_new_code'));
  }
  for (const code of ['some_new_code', 'bounced', 'constructor'])
    expect(whyWithdrawn(code)).toBe('Le dossier attend la décision d’une personne.');
});

it('leaves what a person wrote as it was written', () => {
  expect(whyWithdrawn('Client déjà relancé par téléphone')).toBe('Client déjà relancé par téléphone');
  expect(whyWithdrawn(null)).toBeNull();
});
