import type { CancelReason } from '../../messages/cancel-reasons.ts';

type Codes = Readonly<Record<string, string>>;

export const MODES: Codes = { automatic: 'envoi automatique', to_confirm: 'à confirmer', manual: 'à faire à la main' };

export const LETTER_STATUSES: Codes = {
  printed: 'imprimé par le prestataire',
  deposited: 'déposé à La Poste',
  first_presented: 'présenté au destinataire, avis de passage laissé',
  awaiting_signature: 'en attente de signature',
  delivered: 'distribué au destinataire',
  signed: 'signé par le destinataire',
  refused: 'refusé par le destinataire',
  unclaimed: 'avisé, non réclamé par le destinataire',
  undeliverable: 'non distribuable',
  failed: 'refusé par le prestataire',
};

export const CLOSED: Codes = { paid: 'soldé', cancelled: 'annulé', written_off: 'passé en perte' };

/** What happened to a statement that was not simply sent. */
export const STATEMENT_FATES: Codes = {
  failed: 'non parti, destiné',
  cancelled: 'annulé, destiné',
  ambiguous: 'peut-être parti, destiné',
  returned: 'revenu, destiné',
};

export const CALLS: Codes = {
  reached: 'correspondant joint',
  voicemail: 'message laissé sur le répondeur',
  no_answer: 'pas de réponse',
  wrong_number: 'mauvais numéro',
  other: 'autre issue',
};

export const CAUSES: Codes = {
  insolvency: 'procédure collective',
  overindebtedness: 'surendettement',
  deceased: 'décès',
};

export const STATUSES: Codes = {
  dispute: 'litige',
  promise: 'promesse de règlement',
  litigation: 'contentieux',
  none: 'sans changement de statut',
};

/** What stopped a case when it was paid, and stops it again once the money was taken back. */
export const RESUMED: Codes = {
  litigation: 'le dossier est de nouveau au contentieux',
  dispute: 'le litige est de nouveau ouvert',
  pause: 'les relances sont de nouveau suspendues',
};

/** Why a message was cancelled before it left. */
export const WHY_CANCELLED: Readonly<Record<CancelReason, string>> = {
  closed: 'le dossier est clos',
  held: 'un arrêt des relances est intervenu',
  balance_changed: 'le solde a changé',
  contact_changed: 'les coordonnées ont changé',
  replanned: 'l’étape a été replanifiée',
  skipped: 'l’étape a été passée',
  completed: 'l’étape a été faite autrement',
  withdrawn: 'l’étape a été retirée',
  outside_send_hours: 'l’heure d’envoi était passée',
  made_on_another_day: 'il datait d’un autre jour',
  run_stopped: 'la relance groupée a été arrêtée',
  company_changed: 'les coordonnées ou le compte de la société ont changé',
  account_changed: 'une autre pièce du compte, dont il parle, a changé',
  one_cannot_be_made: 'une facture du message ne peut pas être mise en page',
  made_anew: 'il a été refait à la date du jour',
  left_after_all: 'celui d’avant était parti',
  restored: 'la base a été rétablie d’une sauvegarde, et il a pu partir depuis',
  not_sent: 'il n’est pas parti',
  closed_paid: 'la facture est soldée',
  closed_cancelled: 'le dossier est annulé',
  closed_written_off: 'la créance est passée en perte',
  held_litigation: 'la facture est au contentieux',
  held_dispute: 'le client conteste la facture',
  held_promise: 'un règlement est promis',
  held_pause: 'les relances de la facture sont suspendues',
  held_customer_pause: 'les relances du client sont suspendues',
  held_specific_action: 'une action spécifique est en cours',
  invoice_changed: 'la facture a changé depuis que le message a été fait',
  paid: 'un de ses dossiers est soldé',
  case_closed: 'un de ses dossiers est clos',
  credit_note: 'une de ses pièces est un avoir',
};

export const FIELDS: Codes = {
  due_on: 'échéance',
  total_cents: 'montant',
  case_file: 'références du dossier',
  reference: 'référence du dossier',
  mission: 'mission',
  report_status: 'état du rapport',
  invoice_status: 'état de la facture',
  referrer_id: 'prescripteur',
  notary_id: 'notaire',
  invoice_url: 'lien vers la facture',
  payment_url: 'lien de paiement',
  scenario_id: 'scénario',
  group_id: 'groupe',
  scenario_version: 'version du scénario',
  collector_id: 'chargé de recouvrement',
  name: 'nom',
  kind: 'type de client',
  language: 'langue',
  address: 'adresse',
  contacts: 'contacts',
  tags: 'étiquettes',
};
