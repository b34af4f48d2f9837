import type { Language } from '../reminder-content.ts';

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
 * Why an action was withdrawn, as a sentence for the product's own code. Call it only for the product's own reasons:
 * what a person wrote may look like a code.
 */
export function whyWithdrawn(reason: string | null, language: Language): string | null {
  if (reason === null) return null;
  if (Object.hasOwn(SENTENCES, reason)) return SENTENCES[reason]?.[language] ?? null;
  return CODE.test(reason) ? NEEDS_ATTENTION[language] : reason;
}

/** An attention code such as `hard_bounce` stopped the ladder; the task that asks for attention says what happened. */
const CODE = /^[a-z]+(_[a-z]+)*$/;
const NEEDS_ATTENTION: Record<Language, string> = {
  fr: 'Le dossier attend la décision d’une personne.',
  en: 'The case waits for a person to decide.',
};

const SENTENCES: Readonly<Record<string, Record<Language, string>>> = {
  case_closed: {
    fr: 'Le dossier est clos.',
    en: 'The case is closed.',
  },
  paid: {
    fr: 'La facture est soldée.',
    en: 'The invoice is settled.',
  },
  cancelled: {
    fr: 'Le dossier a été annulé.',
    en: 'The case was cancelled.',
  },
  written_off: {
    fr: 'La créance est passée en perte.',
    en: 'The debt was written off.',
  },
  held: {
    fr: 'Les relances de la facture sont suspendues.',
    en: 'The invoice’s reminders are paused.',
  },
  litigation: {
    fr: 'La facture est passée au contentieux.',
    en: 'The invoice went into litigation.',
  },
  dispute: {
    fr: 'Un litige a été ouvert.',
    en: 'A dispute was opened.',
  },
  promise: {
    fr: 'Une promesse de règlement a été enregistrée.',
    en: 'A promise to pay was recorded.',
  },
  pause: {
    fr: 'Les relances de la facture ont été suspendues.',
    en: 'The invoice’s reminders were paused.',
  },
  customer_pause: {
    fr: 'Les relances du client ont été suspendues.',
    en: 'The customer’s reminders were paused.',
  },
  dispute_rejected: {
    fr: 'Le litige a été rejeté.',
    en: 'The dispute was rejected.',
  },
  dispute_upheld: {
    fr: 'Le litige est fondé.',
    en: 'The dispute is upheld.',
  },
  dispute_withdrawn: {
    fr: 'Le client a retiré sa contestation.',
    en: 'The customer withdrew the dispute.',
  },
  credited: {
    fr: 'L’avoir attendu a été enregistré.',
    en: 'The credit that was awaited was recorded.',
  },
  lifted: {
    fr: 'La pause pour procédure collective a été levée.',
    en: 'The pause for insolvency proceedings was lifted.',
  },
  going_live: {
    fr: 'Mise en service\u00a0: chaque dossier reprend à son niveau de départ.',
    en: 'Went into service: every case begins again at its initial level.',
  },
  planned_in_trial: {
    fr: 'Mise en service\u00a0: cette action, prévue pendant l’essai, est à confirmer.',
    en: 'Went into service: this action, planned during the trial, is to be confirmed.',
  },
  restored: {
    fr: 'Base rétablie d’une sauvegarde\u00a0: cette action a pu partir depuis, elle est à confirmer.',
    en: 'Database restored from a backup: this action may have left since, it is to be confirmed.',
  },
  [CORRECTED]: {
    fr: 'Une personne l’a confirmée avec des corrections.',
    en: 'A person confirmed it with corrections.',
  },
  [SUMS_CHANGED]: {
    fr: 'Le solde d’une facture a changé depuis que ce texte a été écrit\u00a0: relisez-le avant de l’envoyer.',
    en: 'The balance of an invoice has changed since this text was written: read it again before you send it.',
  },
  no_provider: {
    fr: 'Aucun prestataire ne l’envoie\u00a0: cette action est à confirmer.',
    en: 'No provider sends it: this action is to be confirmed.',
  },
  specific_action: {
    fr: 'Une action spécifique remplace la relance.',
    en: 'A specific action takes the place of the reminder.',
  },
  ladder_over: {
    fr: 'Toutes les étapes du scénario ont eu lieu.',
    en: 'Every step of the scenario has taken place.',
  },
  ladder_goes_on: {
    fr: 'Les relances reprennent.',
    en: 'Reminders go on.',
  },
  limitation_put_off: {
    fr: 'La prescription est repoussée\u00a0: elle court à nouveau, ou plus longtemps.',
    en: 'The limitation period is put off: it runs anew, or for longer.',
  },
  level_set: {
    fr: 'Une personne a fixé un autre niveau.',
    en: 'A person set another level.',
  },
  replanned: {
    fr: 'L’étape a été replanifiée.',
    en: 'The step was planned again.',
  },
  cannot_be_planned: {
    fr: 'La suite de ce dossier ne peut pas être calculée\u00a0; prévenez l’exploitant.',
    en: 'What comes next in this case cannot be worked out; tell whoever runs Relance.',
  },
  sent_by_hand: {
    fr: 'La relance a été envoyée à la main.',
    en: 'The reminder was sent by hand.',
  },
  deleted: {
    fr: 'Une personne a supprimé cette action.',
    en: 'A person deleted this action.',
  },
  letter_taken_back: {
    fr: 'Le courrier a été repris avant son envoi.',
    en: 'The letter was taken back before it was sent.',
  },
};
