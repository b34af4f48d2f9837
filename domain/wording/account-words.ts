import type { Language } from '../reminder-content.ts';

/** The fixed words of a customer's statement of account. */
export interface AccountWords {
  title: (day: string) => string;
  intro: (day: string) => string;
  /** Shown instead of a table when nothing is open. */
  nothing: (day: string) => string;
  inCurrency: (currency: string) => string;
  settled: string;
  freeMoney: string;
  overdue: string;
  balance: string;
  /** Says that the statement is for information only: it claims nothing. */
  closing: string;
}

const FRENCH: AccountWords = {
  title: (day) => `Relevé de compte au ${day}`,
  intro: (day) =>
    `Voici les pièces ouvertes sur votre compte au ${day}, avec les avoirs et les règlements qui ne sont encore déduits d’aucune facture.`,
  nothing: (day) => `Au ${day}, aucune pièce n’est ouverte sur votre compte\u00a0: rien ne reste à payer.`,
  inCurrency: (currency) => `En ${currency}`,
  settled: 'Réglé ou imputé',
  freeMoney: 'Règlement non affecté',
  overdue: 'Factures échues',
  balance: 'Solde',
  closing:
    'Ce relevé est établi pour votre information. Un règlement ou un avoir enregistré après cette date n’y figure pas.',
};

const ENGLISH: AccountWords = {
  title: (day) => `Statement of account as at ${day}`,
  intro: (day) =>
    `These are the open items of your account as at ${day}, with the credit notes and payments that are not set against any invoice yet.`,
  nothing: (day) => `As at ${day}, no item of your account is open: nothing is left to pay.`,
  inCurrency: (currency) => `In ${currency}`,
  settled: 'Paid or credited',
  freeMoney: 'Unallocated payment',
  overdue: 'Invoices overdue',
  balance: 'Balance',
  closing: 'This statement is for your information. A payment or credit note recorded after that day is not in it.',
};

export const accountWords = (language: Language): AccountWords => (language === 'fr' ? FRENCH : ENGLISH);
