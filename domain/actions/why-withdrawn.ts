/** Reason of an automatic action that a person sent in corrected words. */
export const CORRECTED = 'corrected';

/** Reason of an action whose author's own words may name a sum that has changed since. */
export const SUMS_CHANGED = 'sums_changed';

/**
 * Why a person is asked about a specific action that would have left by itself: its creditor has gone live since; the
 * database was restored to a time before it may have left; a person's corrected version of it was taken back on its
 * way; or money moved after its words were written.
 */
export const ASKED_AGAIN = ['planned_in_trial', 'restored', CORRECTED, SUMS_CHANGED] as const;

/**
 * Why an action was withdrawn, as a French sentence for the product's own code. Call it only for the product's own
 * reasons: what a person wrote may look like a code.
 */
export function whyWithdrawn(reason: string | null): string | null {
  if (reason === null) return null;
  if (Object.hasOwn(SENTENCES, reason)) return SENTENCES[reason] ?? null;
  return CODE.test(reason) ? NEEDS_ATTENTION : reason;
}

/** An attention code such as `hard_bounce` stopped the ladder; the task that asks for attention says what happened. */
const CODE = /^[a-z]+(_[a-z]+)*$/;
const NEEDS_ATTENTION = 'Le dossier attend la décision d’une personne.';

const SENTENCES: Readonly<Record<string, string>> = {
  case_closed: 'Le dossier est clos.',
  paid: 'La facture est soldée.',
  cancelled: 'Le dossier a été annulé.',
  written_off: 'La créance est passée en perte.',
  held: 'Les relances de la facture sont suspendues.',
  litigation: 'La facture est passée au contentieux.',
  dispute: 'Un litige a été ouvert.',
  promise: 'Une promesse de règlement a été enregistrée.',
  pause: 'Les relances de la facture ont été suspendues.',
  customer_pause: 'Les relances du client ont été suspendues.',
  dispute_rejected: 'Le litige a été rejeté.',
  dispute_upheld: 'Le litige est fondé.',
  dispute_withdrawn: 'Le client a retiré sa contestation.',
  credited: 'L’avoir attendu a été enregistré.',
  lifted: 'La pause pour procédure collective a été levée.',
  going_live: 'Mise en service\u00a0: chaque dossier reprend à son niveau de départ.',
  planned_in_trial: 'Mise en service\u00a0: cette action, prévue pendant l’essai, est à confirmer.',
  restored: 'Base rétablie d’une sauvegarde\u00a0: cette action a pu partir depuis, elle est à confirmer.',
  [CORRECTED]: 'Une personne l’a confirmée avec des corrections.',
  [SUMS_CHANGED]:
    'Le solde d’une facture a changé depuis que ce texte a été écrit\u00a0: relisez-le avant de l’envoyer.',
  no_provider: 'Aucun prestataire ne l’envoie\u00a0: cette action est à confirmer.',
  specific_action: 'Une action spécifique remplace la relance.',
  ladder_over: 'Toutes les étapes du scénario ont eu lieu.',
  ladder_goes_on: 'Les relances reprennent.',
  limitation_put_off: 'La prescription est repoussée\u00a0: elle court à nouveau, ou plus longtemps.',
  level_set: 'Une personne a fixé un autre niveau.',
  replanned: 'L’étape a été replanifiée.',
  cannot_be_planned: 'La suite de ce dossier ne peut pas être calculée\u00a0; prévenez l’exploitant.',
  sent_by_hand: 'La relance a été envoyée à la main.',
  deleted: 'Une personne a supprimé cette action.',
  letter_taken_back: 'Le courrier a été repris avant son envoi.',
};
