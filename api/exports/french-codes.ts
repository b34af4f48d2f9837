import { CALLS } from '../../domain/case/history/french-codes.ts';
import { worded } from './table-text.ts';

// French words for the codes in a case's tables, for the person who takes the case over.

export const channelWord = worded({ email: 'courriel', letter: 'courrier', sms: 'SMS', call: 'appel', task: 'tâche' });

export const providerWord = worded({
  mailbox: 'boîte locale (essai)',
  person: 'remis à la main',
  resend: 'Resend',
  merci_facteur: 'Merci Facteur',
  maileva: 'Maileva',
  brevo: 'Brevo',
});

export const letterWord = worded({
  simple: 'lettre simple',
  registered: 'lettre recommandée avec avis de réception',
  lre_qualified: 'lettre recommandée électronique',
  ere_simple: 'envoi recommandé électronique simple',
});

export const messageWord = worded({
  sending: 'envoi en cours',
  sent: 'envoyé',
  delivered: 'remis',
  bounced: 'non remis',
  complained: 'signalé comme indésirable',
  ambiguous: 'envoi incertain',
  printed: 'imprimé',
  deposited: 'déposé à La Poste',
  first_presented: 'présenté, avis de passage laissé',
  awaiting_signature: 'en attente de signature',
  signed: 'signé par le destinataire',
  refused: 'refusé par le destinataire',
  unclaimed: 'avisé, non réclamé',
  undeliverable: 'non distribuable',
});

export const promiseWord = worded({
  open: 'en cours',
  kept: 'tenue',
  broken: 'non tenue',
  withdrawn: 'retirée',
  lifted: 'levée',
  case_closed: 'dossier clos',
});

export const disputeWord = worded({
  open: 'en cours',
  upheld: 'fondé',
  rejected: 'rejeté',
  withdrawn: 'retiré',
  lifted: 'levé',
  case_closed: 'dossier clos',
});

export const evidenceWord = worded({ written: 'écrit', oral: 'oral' });
export const callWord = worded(CALLS);
export const moneyWord = worded({ payment: 'règlement', credit_note: 'avoir' });
