/**
 * The demonstration's creditor, a firm that diagnoses real estate. SIRET and IBAN pass their checks and belong to
 * nobody: no SIREN and no bank code starts with 999 99; a BIC whose eighth letter is 0 is for tests.
 */
export const DEMO_COMPANY = {
  companyName: 'Horizon Diagnostics',
  companyEmail: 'comptabilite@horizon-diagnostics.example',
  companyPhone: '01 99 00 41 70',
  companySiret: '99999901400015',
  legalForm: 'SARL',
  shareCapitalCents: 1_000_000,
  rcsCity: 'Lyon',
  vatNumber: null,
  addressLines: ['Immeuble Le Cadran', '18 rue des Géomètres'],
  postalCode: '69003',
  city: 'Lyon',
  country: 'FR',
  iban: 'FR7699999000010123456789012',
  bic: 'HORDFRP0XXX',
  latePenaltyRateText: 'taux de refinancement de la BCE majoré de 10 points',
  latePenaltyBasisPoints: null,
} as const;

export const INVOICING = 'Logiciel de facturation';
export const BANK = 'Relevés bancaires';
export const PRODUCT = 'Relance';
