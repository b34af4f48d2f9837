import type { LetterItem, ReminderContent } from '../../domain/reminder-content.ts';

/** An invoice of a customer of the demonstration, as a letter lists it. */
export const SAMPLE_ITEM: LetterItem = {
  number: 'F-2026-0412',
  kind: 'invoice',
  issuedOn: '2026-10-06',
  dueOn: '2026-10-06',
  totalCents: 48_500,
  balanceCents: 48_500,
  daysLate: 47,
  level: 0,
  held: null,
  currency: 'EUR',
};

/** A complete first reminder to a private person, for benchmarks and tests, which change what they need. */
export const SAMPLE_CONTENT: ReminderContent = {
  language: 'fr',
  debtorKind: 'consumer',
  level: 1,
  letterKind: 'simple',
  test: false,
  today: '2026-11-22',
  company: {
    name: 'Diagnostics Immobiliers Garonne',
    addressLines: ['18 rue des Chartrons'],
    postalCode: '33000',
    city: 'Bordeaux',
    country: 'FR',
    email: 'comptabilite@diag-garonne.example',
    phone: '05 56 00 00 00',
    siret: '123 456 789 00012',
    iban: 'FR7630006000011234567890189',
    bic: 'AGRIFRPP',
    logoPng: null,
    showLogoInLetters: true,
    latePenaltyRateText: 'trois fois le taux d’intérêt légal',
  },
  customer: {
    name: 'Mme Hélène Desrosiers',
    reference: 'C-0187',
    addressLines: ['Résidence Les Tilleuls', '27 avenue de la Libération'],
    postalCode: '33700',
    city: 'Mérignac',
    country: 'FR',
    contactName: null,
  },
  items: [SAMPLE_ITEM],
  accountItems: [SAMPLE_ITEM],
  informationItems: [],
  currency: 'EUR',
  sender: { name: 'Camille Leroy', email: 'camille.leroy@diag-garonne.example', phone: '05 56 00 00 01' },
  paymentDeadlineOn: '2026-12-01',
  paymentUrl: 'https://pay.example/i/F-2026-0412',
  documentsUrl: null,
};
