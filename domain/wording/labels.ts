import type { LetterKind } from '../ladder/step.ts';
import type { Language, StatementColumn } from '../reminder-content.ts';
import { withDe } from './with-de.ts';

/** The fixed words of letters and mails, which no template contains. */
export interface Labels {
  number: string;
  issuedOn: string;
  dueOn: string;
  daysLate: string;
  total: string;
  balance: string;
  totalDue: string;
  onReceipt: string;
  creditNote: string;
  /** What an item is called when its number cannot be shown. */
  invoice: string;
  days: (count: number) => string;
  moreItems: (count: number) => string;
  moreInLetter: (count: number) => string;
  and: string;
  andMore: (count: number) => string;
  /** Above the other items of the account that are overdue too. */
  informationTitle: (count: number) => string;
  /** Above the other items of the account when some of them are not due yet. */
  accountTitle: (count: number) => string;
  itemsTitle: (count: number) => string;
  subject: string;
  yourReference: string;
  yourContact: string;
  phone: string;
  email: string;
  bankTitle: string;
  bankReference: string;
  /** After `bankReference`, when there is no reference to give. */
  eachNumber: string;
  /** Beside the code that a banking app reads. */
  bankCode: string;
  page: (page: number, pages: number) => string;
  /** To whose attention a letter is. */
  attention: (name: string) => string;
  dated: (city: string, date: string) => string;
  test: string;
  letterKind: Record<LetterKind, string | null>;
  viewInvoice: string;
  payOnline: string;
  /** Between a label and its value. */
  colon: string;
  /** Column heads of a statement's table. */
  files: Record<StatementColumn, string>;
}

const FRENCH: Labels = {
  number: 'Pièce',
  issuedOn: 'Date',
  dueOn: 'Échéance',
  daysLate: 'Retard',
  total: 'Montant TTC',
  balance: 'Reste dû',
  totalDue: 'Total',
  onReceipt: 'à réception',
  creditNote: 'Avoir',
  invoice: 'Facture',
  days: (count) => `${count}\u00a0jour${count > 1 ? 's' : ''}`,
  moreItems: (count) =>
    `… et ${count} autre${count > 1 ? 's' : ''} pièce${count > 1 ? 's' : ''}, comprise${count > 1 ? 's' : ''} dans le total`,
  moreInLetter: (count) =>
    `… et ${count} autre${count > 1 ? 's' : ''} pièce${count > 1 ? 's' : ''}, détaillée${count > 1 ? 's' : ''} dans le courrier joint et comprise${count > 1 ? 's' : ''} dans le total`,
  and: ' et ',
  andMore: (count) => ` et ${count} autre${count > 1 ? 's' : ''}`,
  informationTitle: (count) =>
    count > 1
      ? 'Pour information, les pièces suivantes de votre compte sont également échues\u00a0; elles ne sont pas comprises dans la somme ci-dessus\u00a0:'
      : 'Pour information, la pièce suivante de votre compte est également échue\u00a0; elle n’est pas comprise dans la somme ci-dessus\u00a0:',
  accountTitle: (count) =>
    count > 1
      ? 'Pour information, voici les autres pièces de votre compte\u00a0; elles ne sont pas comprises dans la somme ci-dessus\u00a0:'
      : 'Pour information, voici l’autre pièce de votre compte\u00a0; elle n’est pas comprise dans la somme ci-dessus\u00a0:',
  itemsTitle: (count) => (count > 1 ? 'Pièces concernées\u00a0:' : 'Pièce concernée\u00a0:'),
  subject: 'Objet\u00a0:',
  yourReference: 'Votre référence client\u00a0:',
  yourContact: 'Votre interlocuteur\u00a0:',
  phone: 'Téléphone\u00a0:',
  email: 'Courriel\u00a0:',
  bankTitle: 'Règlement par virement',
  bankReference: 'Référence à rappeler\u00a0:',
  eachNumber: 'le numéro de chaque facture réglée',
  bankCode: 'À lire avec l’application de votre banque\u00a0: le virement est prérempli.',
  page: (page, pages) => `${page}/${pages}`,
  attention: (name) => `À l’attention ${withDe(name)}`,
  dated: (city, date) => (city ? `${city}, le ${date}` : `Le ${date}`),
  test: 'ESSAI – document sans valeur, non adressé',
  letterKind: {
    simple: null,
    registered: 'Lettre recommandée avec avis de réception',
    lre_qualified: 'Lettre recommandée électronique',
    ere_simple: 'Envoi recommandé électronique',
  },
  viewInvoice: 'Voir la facture',
  payOnline: 'Régler en ligne',
  colon: '\u00a0: ',
  files: {
    case_reference: 'Dossier',
    customer_name: 'Client',
    mission: 'Mission',
    invoice_number: 'Facture',
    issued_on: 'Date',
    due_on: 'Échéance',
    days_late: 'Retard',
    total: 'Montant TTC',
    balance: 'Reste dû',
  },
};

const ENGLISH: Labels = {
  number: 'Item',
  issuedOn: 'Date',
  dueOn: 'Due date',
  daysLate: 'Overdue by',
  total: 'Amount incl. tax',
  balance: 'Balance due',
  totalDue: 'Total',
  onReceipt: 'on receipt',
  creditNote: 'Credit note',
  invoice: 'Invoice',
  days: (count) => `${count}\u00a0day${count === 1 ? '' : 's'}`,
  moreItems: (count) => `… and ${count} more item${count === 1 ? '' : 's'}, included in the total`,
  moreInLetter: (count) =>
    `… and ${count} more item${count === 1 ? '' : 's'}, listed in the attached letter and included in the total`,
  and: ' and ',
  andMore: (count) => ` and ${count} more`,
  informationTitle: (count) =>
    count > 1
      ? 'For information, the following items of your account are also overdue; they are not included in the sum above:'
      : 'For information, the following item of your account is also overdue; it is not included in the sum above:',
  accountTitle: (count) =>
    count > 1
      ? 'For information, these are the other items of your account; they are not included in the sum above:'
      : 'For information, this is the other item of your account; it is not included in the sum above:',
  itemsTitle: (count) => (count > 1 ? 'Items concerned:' : 'Item concerned:'),
  subject: 'Subject:',
  yourReference: 'Your customer reference:',
  yourContact: 'Your contact:',
  phone: 'Telephone:',
  email: 'E-mail:',
  bankTitle: 'Payment by bank transfer',
  bankReference: 'Reference to quote:',
  eachNumber: 'the number of each invoice paid',
  bankCode: 'Scan it with your banking app: the transfer is filled in.',
  page: (page, pages) => `${page}/${pages}`,
  attention: (name) => `Attn. ${name}`,
  dated: (city, date) => (city ? `${city}, ${date}` : date),
  test: 'TEST – not a valid document, not sent',
  letterKind: {
    simple: null,
    registered: 'Registered letter with acknowledgement of receipt',
    lre_qualified: 'Qualified electronic registered letter',
    ere_simple: 'Electronic registered delivery',
  },
  viewInvoice: 'View the invoice',
  payOnline: 'Pay online',
  colon: ': ',
  files: {
    case_reference: 'File',
    customer_name: 'Client',
    mission: 'Assignment',
    invoice_number: 'Invoice',
    issued_on: 'Date',
    due_on: 'Due date',
    days_late: 'Overdue by',
    total: 'Amount incl. tax',
    balance: 'Balance due',
  },
};

/** The fixed words of a language. */
export function labelsOf(language: Language): Labels {
  return language === 'fr' ? FRENCH : ENGLISH;
}
