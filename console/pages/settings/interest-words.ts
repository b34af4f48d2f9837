import { defineWords } from '../../words/words.ts';

export const interestWords = defineWords(
  {
    title: 'Pénalités de retard',
    contractual: 'Votre taux contractuel entre professionnels (par an)',
    contractualHint:
      'Vide\u00a0: celui de la loi, taux de la BCE et 10 points. Relevé à trois fois le taux légal s’il est moindre.',
    imputation: 'Un règlement partiel paie d’abord',
    imputationHint:
      'Le code civil (1343-1) impute sur les intérêts d’abord, sauf accord contraire\u00a0; le décompte du dossier contentieux dit la règle suivie.',
    principal_first: 'le principal',
    interest_first: 'les intérêts',
    rates: 'Taux publiés',
    ratesHint:
      'Ceux d’un semestre que Relance ne connaît pas, ou connaît autrement. Sans eux les intérêts de ce semestre ne sont pas calculés.',
    kind: 'Taux',
    ecb: 'refinancement de la BCE',
    legal: 'intérêt légal, autres cas',
    semester: 'Semestre',
    semesterHint: '2026-H2',
    percent: 'Par an',
    source: 'Source',
    add: 'Ajouter un taux',
    remove: (of: string) => `Retirer le taux ${of}`,
  },
  {
    title: 'Late interest',
    contractual: 'Your contractual rate between professionals (a year)',
    contractualHint:
      'Empty: the law’s, the ECB’s rate and 10 points. Raised to three times the legal rate when it is less.',
    imputation: 'A payment in part pays first',
    imputationHint:
      'The Civil Code (1343-1) has it pay the interest first, unless otherwise agreed; the account of a case in litigation names the rule followed.',
    principal_first: 'the principal',
    interest_first: 'the interest',
    rates: 'Published rates',
    ratesHint:
      'Those of a half-year that Relance does not know, or knows otherwise. Without them its interest is not computed.',
    kind: 'Rate',
    ecb: 'ECB refinancing',
    legal: 'legal interest, “autres cas”',
    semester: 'Half-year',
    semesterHint: '2026-H2',
    percent: 'A year',
    source: 'Source',
    add: 'Add a rate',
    remove: (of: string) => `Remove the rate ${of}`,
  },
);
