import { expect, it } from 'vitest';
import { declareInEnglish, declareTitle } from '../../../domain/holds/declare-claim.ts';
import { plain } from '../plain.ts';

it('Who is to declare a claim is told how long he has, at the earliest two months after the judgment', () => {
  expect(plain(declareTitle('2026-12-31'))).toBe(
    'Déclarer la créance au mandataire judiciaire : deux mois à compter de la publication au BODACC, soit au plus tôt le 28 février 2027 (jugement du 31 décembre 2026)',
  );
  expect(plain(declareTitle(null))).toMatch(/publication au BODACC$/);
});

it('is said again in English, with the same days', () => {
  expect(plain(declareInEnglish(declareTitle('2026-12-31')) ?? '')).toBe(
    'Declare the claim to the court’s representative: two months from the publication in the BODACC, 28 February 2027 at the earliest (judgment of 31 December 2026)',
  );
  expect(declareInEnglish(declareTitle(null))).toMatch(/publication in the BODACC$/);
  expect(declareInEnglish('Déclarer la créance')).toBeNull();
});
