import type { Language } from '../words/language.ts';

/** What the API refuses, by its code, as a collector reads it; of any other code the API's own words are shown. */
const REFUSALS: Record<string, Record<Language, string>> = {
  held: {
    fr: 'Le dossier est suspendu (contentieux, litige, promesse ou pause)\u00a0: rien ne part tant que la suspension dure.',
    en: 'The case is on hold (litigation, dispute, promise or pause): nothing leaves while it lasts.',
  },
  override_required: {
    fr: 'Le dossier est suspendu\u00a0: dites pourquoi relancer malgré tout.',
    en: 'The case is on hold: say why to remind all the same.',
  },
  wrong_level: {
    fr: 'Ce n’est pas le niveau suivant, ou son jour n’est pas venu\u00a0: aucun niveau ne se saute.',
    en: 'This is not the next level, or its day has not come: no level is skipped.',
  },
  already_on_its_way: {
    fr: 'Une relance de cette facture est déjà en cours d’envoi, ou attend d’être postée.',
    en: 'A reminder of this invoice is on its way already, or waits to be posted.',
  },
  already_handed_over: {
    fr: 'C’est déjà chez le prestataire\u00a0: trop tard pour décider.',
    en: 'It is with the provider already: too late to decide.',
  },
  already_confirmed: { fr: 'Cette action est déjà confirmée.', en: 'This action is confirmed already.' },
  already_done: { fr: 'Cette action est déjà faite.', en: 'This action is done already.' },
  withdrawn: { fr: 'Cette action a été retirée ou passée.', en: 'This action was withdrawn or skipped.' },
  not_due: { fr: 'Le jour de cette action n’est pas encore venu.', en: 'The day of this action has not come yet.' },
  needs_attention: {
    fr: 'Ce dossier est à traiter\u00a0: corrigez ce qui l’arrête, puis recommencez.',
    en: 'This case needs attention: mend what stops it, then try again.',
  },
  case_closed: { fr: 'Le dossier est clos.', en: 'The case is closed.' },
  registered_required: {
    fr: 'Ce niveau part en lettre recommandée\u00a0: il ne peut pas partir autrement.',
    en: 'This level is a registered letter: it cannot be sent otherwise.',
  },
  no_print_connector: {
    fr: 'Aucun prestataire éditique n’est branché pour ce type de courrier.',
    en: 'No print provider is set up for this kind of letter.',
  },
  no_sms_connector: { fr: 'Aucun prestataire de SMS n’est branché.', en: 'No SMS provider is set up.' },
  no_address: {
    fr: 'Le client n’a pas d’adresse qui convienne\u00a0: complétez son contact, ou nommez un destinataire.',
    en: 'The customer has no address that serves: complete the contact, or name a recipient.',
  },
  no_template: {
    fr: 'Aucun modèle ne convient\u00a0: choisissez-en un, ou écrivez l’objet et le texte.',
    en: 'No template fits: choose one, or write subject and text.',
  },
  above_balance: {
    fr: 'Le montant dépasse ce qui reste dû.',
    en: 'The amount is above what remains due.',
  },
  day_is_past: { fr: 'Ce jour est passé.', en: 'This day is past.' },
  in_the_past: { fr: 'Choisissez un jour à venir.', en: 'Choose a day to come.' },
  in_the_future: { fr: 'Ce jour est encore à venir.', en: 'This day is still to come.' },
  day_in_future: { fr: 'Ce jour est encore à venir.', en: 'This day is still to come.' },
  day_too_far: { fr: 'Ce jour est trop lointain.', en: 'This day is too far away.' },
  due_before_issued: {
    fr: 'L’échéance ne peut pas précéder la date de la facture.',
    en: 'The due date cannot be before the day of issue.',
  },
  promise_over: { fr: 'Cette promesse n’est plus en vigueur.', en: 'This promise is over already.' },
  dispute_over: { fr: 'Ce litige n’est plus en vigueur.', en: 'This dispute is over already.' },
  not_in_litigation: { fr: 'La facture n’est pas au contentieux.', en: 'The invoice is not in litigation.' },
  other_content: {
    fr: 'Ce numéro a déjà servi, pour autre chose\u00a0: prenez-en un autre.',
    en: 'This number was used already, for something else: take another.',
  },
  number_taken: { fr: 'Ce numéro est déjà pris.', en: 'This number is taken.' },
  empty_body: { fr: 'Rien de ce texte ne peut être envoyé.', en: 'Nothing of this text may be sent.' },
  in_progress: {
    fr: 'Le premier envoi de cette demande est encore en cours\u00a0: réessayez dans un instant.',
    en: 'The first of these requests is still under way: try again in a moment.',
  },
  task_over: { fr: 'Cette tâche est close.', en: 'This task is over.' },
  no_verdict: {
    fr: 'Le traitement (worker) n’a pas encore répondu\u00a0: réessayez, rien ne sera fait deux fois.',
    en: 'No worker has answered yet: try again, nothing is done twice.',
  },
  already_exists: {
    fr: 'Il y en a déjà un de ce nom, ou pour le même envoi, la même langue et le même type de client.',
    en: 'There is one already of this name, or for the same sending, language and kind of customer.',
  },
  in_use: {
    fr: 'C’est encore utilisé ailleurs : remplacez-le d’abord là où il sert.',
    en: 'It is still used elsewhere: replace it there first.',
  },
  too_many: { fr: 'Il y en a trop.', en: 'There are too many.' },
  not_found: { fr: 'Cette action n’existe plus.', en: 'This action is no longer there.' },
};

export const refusalSentence = (code: string, language: Language): string | undefined => REFUSALS[code]?.[language];
