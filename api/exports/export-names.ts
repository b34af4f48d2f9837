import type { Language } from '../../domain/reminder-content.ts';

/**
 * File names in an archive: without path, space or accent. Each follows the invoice's number, except the list of all
 * claims.
 */
interface ExportNames {
  /** Precedes the day, and the invoice's number when the archive holds one case. */
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
  /** A sent message, by channel. */
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
