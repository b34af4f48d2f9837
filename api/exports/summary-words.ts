import type { DebtorKind, Language } from '../../domain/reminder-content.ts';

/** The fixed words of a case's summary. */
interface SummaryWords {
  title: (number: string) => string;
  asOf: (day: string) => string;
  debtor: string;
  name: string;
  kind: string;
  kinds: Record<DebtorKind, string>;
  reference: string;
  address: string;
  contact: string;
  claim: string;
  invoice: string;
  invoiceOf: (number: string, day: string) => string;
  file: string;
  mission: string;
  due: string;
  total: string;
  paid: string;
  credited: string;
  balance: string;
  level: string;
  noReminder: string;
  takenOver: string;
  takenOverAt: (level: number, day: string | null) => string;
  litigation: string;
  since: (day: string) => string;
  limitation: string;
  interest: string;
  principal: string;
  lumpSum: string;
  lateInterest: string;
  sum: string;
  imputation: string;
  period: (from: string, to: string, days: number) => string;
  of: (amount: string, rate: string) => string;
  toVerify: string;
  letters: string;
  document: string;
  attached: string;
  proof: string;
  noLetter: string;
  noLetterSince: string;
  events: string;
  levelBefore: (level: number) => string;
  noEvent: string;
  colon: string;
}

const FRENCH: SummaryWords = {
  title: (number) => `Dossier contentieux – facture ${number}`,
  asOf: (day) => `situation au ${day}`,
  debtor: 'Débiteur',
  name: 'Nom',
  kind: 'Qualité',
  kinds: { consumer: 'Particulier', professional: 'Professionnel', public: 'Organisme public' },
  reference: 'Référence client',
  address: 'Adresse',
  contact: 'Contact',
  claim: 'Créance',
  invoice: 'Facture',
  invoiceOf: (number, day) => `${number} du ${day}`,
  file: 'Dossier',
  mission: 'Mission',
  due: 'Échéance',
  total: 'Montant TTC',
  paid: 'Réglé',
  credited: 'Avoirs',
  balance: 'Reste dû',
  level: 'Niveau atteint',
  noReminder: 'Aucune relance',
  takenOver: 'Niveau repris',
  takenOverAt: (level, day) => `R${level}${day === null ? '' : ` le ${day}`} (avant la reprise dans Relance)`,
  litigation: 'Contentieux',
  since: (day) => `depuis le ${day}`,
  limitation: 'Délai pour agir',
  interest: 'Décompte',
  principal: 'Principal',
  lumpSum: 'Indemnité',
  lateInterest: 'Intérêts',
  sum: 'Total',
  imputation: 'Imputation',
  period: (from, to, days) => `du ${from} au ${to}, ${days}\u00a0jour${days > 1 ? 's' : ''}`,
  of: (amount, rate) => `${amount} à ${rate}`,
  toVerify: 'à vérifier',
  letters: 'Courriers et courriels adressés',
  document: 'Fichier',
  attached: 'Pièce jointe',
  proof: 'Preuve',
  noLetter: 'Aucun.',
  noLetterSince: 'Aucun depuis la reprise dans Relance.',
  events: 'Déroulement',
  levelBefore: (level) => `Niveau R${level} atteint avant la reprise dans Relance.`,
  noEvent: 'Rien n’est consigné.',
  colon: '\u00a0: ',
};

const ENGLISH: SummaryWords = {
  title: (number) => `Case in litigation – invoice ${number}`,
  asOf: (day) => `as of ${day}`,
  debtor: 'Debtor',
  name: 'Name',
  kind: 'Kind',
  kinds: { consumer: 'Consumer', professional: 'Professional', public: 'Public body' },
  reference: 'Customer reference',
  address: 'Address',
  contact: 'Contact',
  claim: 'Claim',
  invoice: 'Invoice',
  invoiceOf: (number, day) => `${number} of ${day}`,
  file: 'Case file',
  mission: 'Mission',
  due: 'Due date',
  total: 'Total incl. tax',
  paid: 'Paid',
  credited: 'Credited',
  balance: 'Balance due',
  level: 'Level reached',
  noReminder: 'No reminder',
  takenOver: 'Taken over at',
  takenOverAt: (level, day) => `R${level}${day === null ? '' : ` on ${day}`} (before it was taken over in Relance)`,
  litigation: 'Litigation',
  since: (day) => `since ${day}`,
  limitation: 'Time to act',
  interest: 'What is claimed',
  principal: 'Principal',
  lumpSum: 'Lump sum',
  lateInterest: 'Late interest',
  sum: 'Total',
  imputation: 'Allocation',
  period: (from, to, days) => `${from} to ${to}, ${days}\u00a0day${days > 1 ? 's' : ''}`,
  of: (amount, rate) => `${amount} at ${rate}`,
  toVerify: 'to be verified',
  letters: 'Letters and e-mails sent',
  document: 'File',
  attached: 'Attachment',
  proof: 'Proof',
  noLetter: 'None.',
  noLetterSince: 'None since it was taken over in Relance.',
  events: 'Course of events',
  levelBefore: (level) => `Level R${level} was reached before it was taken over in Relance.`,
  noEvent: 'Nothing is recorded.',
  colon: ': ',
};

export const summaryWords = (language: Language): SummaryWords => (language === 'fr' ? FRENCH : ENGLISH);
