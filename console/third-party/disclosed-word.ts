import type { Language } from '../words/language.ts';

const WORDS: Record<Language, Record<string, string>> = {
  fr: {
    case_reference: 'référence du dossier',
    customer_name: 'nom du client',
    mission: 'mission',
    invoice_number: 'numéro de la facture',
    issued_on: 'date de la facture',
    due_on: 'échéance',
    days_late: 'jours de retard',
    total: 'montant',
    balance: 'reste dû',
  },
  en: {
    case_reference: 'reference of the file',
    customer_name: 'name of the customer',
    mission: 'mission',
    invoice_number: 'number of the invoice',
    issued_on: 'date of the invoice',
    due_on: 'due date',
    days_late: 'days late',
    total: 'amount',
    balance: 'left to pay',
  },
};

/** Every column that a statement can have, in the default order of its table. */
export const DISCLOSED: readonly string[] = Object.keys(WORDS.fr);

/** What a column of a statement discloses. */
export const disclosedWord = (column: string, language: Language): string => WORDS[language][column] ?? column;
