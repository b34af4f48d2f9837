import type { DebtorKind } from './demo-types.ts';

interface Mission {
  name: string;
  /** The kinds of customer that order it. */
  of: readonly DebtorKind[];
  /** The range of prices, in euros with VAT. */
  from: number;
  to: number;
}

const all = ['consumer', 'professional', 'public'] as const;
const organisations = ['professional', 'public'] as const;

/** The services that a real estate diagnostics firm bills. */
export const MISSIONS: readonly Mission[] = [
  { name: 'DPE', of: all, from: 120, to: 240 },
  { name: 'ERP', of: ['consumer', 'professional'], from: 30, to: 60 },
  { name: 'CREP (plomb)', of: all, from: 110, to: 220 },
  { name: 'Amiante avant-vente', of: all, from: 90, to: 190 },
  { name: 'Mesurage loi Carrez', of: ['consumer', 'professional'], from: 80, to: 150 },
  { name: 'Électricité et gaz', of: ['consumer', 'professional'], from: 130, to: 230 },
  { name: 'Termites', of: ['consumer', 'professional'], from: 90, to: 170 },
  { name: 'DDT complet – vente', of: ['consumer', 'professional'], from: 320, to: 690 },
  { name: 'DDT complet – location', of: ['consumer', 'professional'], from: 210, to: 420 },
  { name: 'Audit énergétique', of: all, from: 650, to: 1_250 },
  { name: 'Amiante avant travaux', of: organisations, from: 780, to: 4_800 },
  { name: 'Dossier technique amiante', of: organisations, from: 540, to: 2_600 },
  { name: 'Diagnostic technique global', of: organisations, from: 1_900, to: 6_400 },
  { name: 'Diagnostic PEMD', of: organisations, from: 1_450, to: 5_200 },
];

/** The codes in the firm's own list of case files. */
export const REPORT_STATUSES = ['REMIS', 'REMIS', 'REMIS', 'REMIS', 'EN_RELECTURE', 'RETENU'] as const;
export const INVOICE_STATUSES = ['ENVOYEE', 'ENVOYEE', 'ENVOYEE', 'DUPLICATA'] as const;
