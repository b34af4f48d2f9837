import type { Language } from '../../domain/reminder-content.ts';

/** What an archive's files are called, behind the invoice's number but for the list of all claims; no path, no space, no accent. */
interface ExportNames {
  /** Before the day, and the number of a case that stands alone. */
  archive: string;
  allClaims: string;
  summary: string;
  claim: string;
  interest: string;
  letters: string;
  payments: string;
  promises: string;
  disputes: string;
  calls: string;
  history: string;
  /** A sending, by its channel. */
  sent: Readonly<Record<'email' | 'letter' | 'sms' | 'call' | 'task', string>>;
  attached: string;
  proof: string;
}

export const EXPORT_NAMES: Readonly<Record<Language, ExportNames>> = {
  fr: {
    archive: 'contentieux',
    allClaims: 'creances.csv',
    summary: 'synthese.pdf',
    claim: 'creance.csv',
    interest: 'interets.csv',
    letters: 'envois.csv',
    payments: 'reglements.csv',
    promises: 'promesses.csv',
    disputes: 'litiges.csv',
    calls: 'appels.csv',
    history: 'historique.csv',
    sent: { email: 'mail', letter: 'lettre', sms: 'sms', call: 'appel', task: 'tache' },
    attached: 'jointe',
    proof: 'preuve',
  },
  en: {
    archive: 'litigation',
    allClaims: 'claims.csv',
    summary: 'summary.pdf',
    claim: 'claim.csv',
    interest: 'interest.csv',
    letters: 'letters.csv',
    payments: 'payments.csv',
    promises: 'promises.csv',
    disputes: 'disputes.csv',
    calls: 'calls.csv',
    history: 'history.csv',
    sent: { email: 'mail', letter: 'letter', sms: 'sms', call: 'call', task: 'task' },
    attached: 'attached',
    proof: 'proof',
  },
};
