import { holdWord } from '../level/level.ts';
import { isFrench } from '../states/fault-words.ts';
import type { Language } from '../words/language.ts';
import { withColon } from '../words/joined.ts';
import type { Message } from './message.ts';

type Failed = Pick<Message, 'status' | 'failure_detail'>;

/** Why a message was withdrawn before it was sent, by reason code. */
const WITHDRAWN: Record<Language, Record<string, string>> = {
  fr: {
    closed: 'le dossier est clos',
    case_closed: 'un de ses dossiers est clos',
    paid: 'un de ses dossiers est réglé',
    closed_paid: 'la facture est réglée',
    closed_cancelled: 'la facture est annulée',
    closed_written_off: 'la facture est passée en perte',
    held: 'le dossier est suspendu',
    credit_note: 'une de ses pièces est un avoir',
    invoice_changed: 'la facture a changé depuis qu’il était prêt',
    balance_changed: 'le solde a changé depuis qu’il était prêt',
    contact_changed: 'l’adresse a changé depuis qu’il était prêt',
    outside_send_hours: 'ce n’était plus l’heure des envois',
    made_on_another_day: 'il datait d’un autre jour',
    run_stopped: 'la relance groupée a été arrêtée',
    company_changed: 'vos coordonnées ou votre compte bancaire ont changé depuis qu’il était prêt',
    account_changed: 'une autre pièce du compte, dont il parle, a changé depuis qu’il était prêt',
    one_cannot_be_made: 'une de ses factures ne peut pas être mise en page',
    restored: 'la base a été rétablie d’une sauvegarde, et il a pu partir depuis',
    made_anew: 'il a été refait à la date du jour',
    withdrawn: 'l’action a été retirée',
    replanned: 'l’étape a été replanifiée',
    skipped: 'l’étape a été passée',
    completed: 'l’étape a été notée comme faite',
    left_after_all: 'celui d’avant était parti',
    not_sent: 'quelqu’un a noté qu’il n’était pas parti',
  },
  en: {
    closed: 'the case is closed',
    case_closed: 'one of its files is closed',
    paid: 'one of its files is paid',
    closed_paid: 'the invoice is paid',
    closed_cancelled: 'the invoice is cancelled',
    closed_written_off: 'the invoice is written off',
    held: 'the case is on hold',
    credit_note: 'one of its files is a credit note',
    invoice_changed: 'the invoice has changed since it was ready',
    balance_changed: 'the balance has changed since it was ready',
    contact_changed: 'the address has changed since it was ready',
    outside_send_hours: 'the hours of sending were over',
    made_on_another_day: 'it was dated of another day',
    run_stopped: 'the run was stopped',
    company_changed: 'your details or your bank account have changed since it was ready',
    account_changed: 'another item of the account, of which it speaks, has changed since it was ready',
    one_cannot_be_made: 'one of its invoices cannot be drawn',
    restored: 'the database was restored from a backup, and it may have left since',
    made_anew: 'it was made anew with the day’s date',
    withdrawn: 'the action was withdrawn',
    replanned: 'the step was planned again',
    skipped: 'the step was skipped',
    completed: 'the step was noted as done',
    left_after_all: 'the one before had left',
    not_sent: 'somebody noted that it had not left',
  },
};

const SAID = {
  fr: {
    withdrawn: 'Retiré avant l’envoi',
    held: (hold: string) => `le dossier est suspendu (${hold})`,
    answer: 'Réponse du prestataire',
  },
  en: {
    withdrawn: 'Withdrawn before it left',
    held: (hold: string) => `the case is on hold (${hold})`,
    answer: 'The provider’s answer',
  },
};

/**
 * Why a message was not sent or did not arrive; null when there is nothing to say. The provider's text is shown as it
 * is.
 */
export function whyNotLeft({ status, failure_detail: detail }: Failed, language: Language): string | null {
  if (!detail) return null;
  const w = SAID[language];
  if (status !== 'cancelled') return isFrench(detail) ? capital(detail) : withColon(language, w.answer, detail);
  const [, hold] = /^held_(\w+)$/.exec(detail) ?? [];
  const why = hold ? w.held(holdWord(hold, language)) : WITHDRAWN[language][detail];
  return why ? `${withColon(language, w.withdrawn, why)}.` : `${w.withdrawn}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
