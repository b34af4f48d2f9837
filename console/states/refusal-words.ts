import type { Language } from '../words/language.ts';
import { ERASURE_REFUSALS } from './erasure-refusals.ts';
import { MONEY_REFUSALS } from './money-refusals.ts';

/** Sentences for the API's refusals, by code, for collectors. For other codes the API's own text is shown. */
const REFUSALS: Record<string, Record<Language, string>> = {
  ...MONEY_REFUSALS,
  ...ERASURE_REFUSALS,
  held: {
    fr: 'Le dossier est suspendu (contentieux, litige, promesse ou pause)\u00a0: rien ne part tant que la suspension dure.',
    en: 'The case is on hold (litigation, dispute, promise or pause): nothing is sent while it lasts.',
  },
  override_required: {
    fr: 'Le dossier est suspendu\u00a0: dites pourquoi relancer malgré tout.',
    en: 'The case is on hold: say why to remind all the same.',
  },
  wrong_level: {
    fr: 'Ce n’est pas le niveau suivant, ou son jour n’est pas venu\u00a0: aucun niveau ne se saute.',
    en: 'This is not the next level, or its day has not come: no level is skipped.',
  },
  draft_changed: {
    fr: 'Ce dont parle ce message a changé depuis que vous en avez modifié le texte\u00a0: relisez-le. Ce que vous y avez écrit est gardé.',
    en: 'What this message is about has changed since you changed its text: read it again. What you wrote is kept.',
  },
  unknown_attachment: { fr: 'Un fichier joint n’existe plus.', en: 'An attached file is not there any more.' },
  already_on_its_way: {
    fr: 'Une relance de cette facture est déjà en cours d’envoi, ou attend d’être postée.',
    en: 'A reminder of this invoice is on its way already, or waits to be posted.',
  },
  letter_to_post: {
    fr: 'Son courrier est édité\u00a0: il reste à le poster.',
    en: 'Its letter is made: it is to be posted.',
  },
  already_handed_over: {
    fr: 'C’est déjà chez le prestataire\u00a0: trop tard pour décider.',
    en: 'It is with the provider already: too late to decide.',
  },
  already_confirmed: { fr: 'Cette action est déjà confirmée.', en: 'This action is confirmed already.' },
  already_done: { fr: 'Cette action est déjà faite.', en: 'This action is done already.' },
  which_letter: {
    fr: 'Un courrier a été retiré ce jour-là et un autre attend à sa place\u00a0: indiquez lequel a été posté.',
    en: 'A letter was taken back on that day and another one waits in its place: say which was posted.',
  },
  withdrawn: { fr: 'Cette action a été retirée ou passée.', en: 'This action was withdrawn or skipped.' },
  unknown_action: { fr: 'Cette action n’existe plus.', en: 'This action does not exist any more.' },
  nothing_to_send: { fr: 'Cela ne s’envoie pas\u00a0: terminez-le.', en: 'This is not sent: complete it.' },
  nothing_left: {
    fr: 'Plus rien de ce message n’est à envoyer\u00a0: terminez cette tâche.',
    en: 'Nothing of this message is to be sent any more: complete this task.',
  },
  told_by_provider: {
    fr: 'Ce courrier est suivi par le prestataire éditique\u00a0: c’est lui qui dit ce qu’il devient.',
    en: 'The print provider follows this letter: it tells what becomes of it.',
  },
  not_posted: { fr: 'Ce courrier n’est pas parti.', en: 'This letter was not posted.' },
  not_ready: { fr: 'Cette lettre n’est pas encore faite.', en: 'This letter is not made yet.' },
  uncertain: {
    fr: 'Indiquez d’abord si ce message est parti.',
    en: 'First say whether it was sent.',
  },
  not_overdue: {
    fr: 'Aucune de ses factures n’est échue\u00a0: pas de mise en demeure avant l’échéance.',
    en: 'None of its invoices is overdue: no formal notice before the due date.',
  },
  not_due: { fr: 'Le jour de cette action n’est pas encore venu.', en: 'The day of this action has not come yet.' },
  cannot_be_planned: {
    fr: 'La suite de ce dossier ne peut pas être calculée\u00a0: prévenez l’exploitant.',
    en: 'What comes next in this case cannot be worked out: tell whoever runs Relance.',
  },
  needs_attention: {
    fr: 'Ce dossier est à traiter\u00a0: corrigez ce qui l’arrête, puis recommencez.',
    en: 'This case needs attention: mend what stops it, then try again.',
  },
  not_returned: {
    fr: 'Ce message n’est pas revenu, ou l’est pour de bon\u00a0: rien n’est à classer ici.',
    en: 'This message did not come back, or did so for good: there is nothing to file here.',
  },
  too_many_lines: {
    fr: 'Le fichier est trop long\u00a0: 250\u00a0000 lignes au plus. Partagez-le en plusieurs.',
    en: 'The file is too long: 250,000 lines at most. Split it.',
  },
  still_judging: {
    fr: 'La vérification n’est pas terminée\u00a0: rien n’est parti. Recommencez dans un instant.',
    en: 'The check is not over: nothing was sent. Try again in a moment.',
  },
  still_running: { fr: 'Cet import est encore en cours.', en: 'This import is still running.' },
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
  promise_day_over: { fr: 'Le jour promis et sa grâce sont passés.', en: 'The promised day and its grace are over.' },
  promised_again: {
    fr: 'Le même montant a été promis de nouveau pour le même jour\u00a0: cette promesse-là est en vigueur.',
    en: 'The same amount was promised again for the same day: that promise stands.',
  },
  dispute_over: { fr: 'Ce litige n’est plus en vigueur.', en: 'This dispute is over already.' },
  not_in_litigation: { fr: 'La facture n’est pas au contentieux.', en: 'The invoice is not in litigation.' },
  empty_body: { fr: 'Rien de ce texte ne peut être envoyé.', en: 'Nothing of this text may be sent.' },
  in_progress: {
    fr: 'Le premier envoi de cette demande est encore en cours\u00a0: réessayez dans un instant.',
    en: 'The first of these requests is still under way: try again in a moment.',
  },
  already_live: { fr: 'Les envois réels sont déjà ouverts.', en: 'Real sending is open already.' },
  advance_under_way: {
    fr: 'L’horloge avance déjà\u00a0: attendez qu’elle ait fini.',
    en: 'The clock is being moved already: wait until it is done.',
  },
  advance_stuck: {
    fr: 'L’horloge n’avance pas\u00a0: le traitement (worker) tourne-t-il\u00a0?',
    en: 'The clock does not move: is the worker running?',
  },
  clock_is_ahead: {
    fr: 'L’horloge de démonstration est en avance sur la date réelle\u00a0: les courriers porteraient une date future.',
    en: 'The demonstration clock is ahead of the real date: letters would bear a date to come.',
  },
  first_text: {
    fr: 'C’est le texte avec lequel le modèle a été fait\u00a0: modifiez le modèle lui-même.',
    en: 'It is the text that the template was made with: change the template itself.',
  },
  last_admin_key: {
    fr: 'C’est la dernière clé d’administrateur\u00a0: faites-en d’abord une autre.',
    en: 'It is the last key of an admin: make another one first.',
  },
  no_letter: { fr: 'Cette action n’a pas de courrier.', en: 'This action has no letter.' },
  letter_outdated: {
    fr: 'Ce courrier date trop, ou ne dit plus ce qui est\u00a0: ouvrez l’action pour le refaire, ou pour l’imprimer tel quel.',
    en: 'This letter is too old, or what it says is no longer so: open the action to make it anew, or to print it as it is.',
  },
  dry_run: { fr: 'Rien ne part d’une vérification.', en: 'A check sends nothing.' },
  run_over: { fr: 'Cette relance groupée est déjà terminée.', en: 'This run is over already.' },
  no_letters: { fr: 'Cette relance groupée n’a pas fait de courrier.', en: 'This run made no letter.' },
  not_made_yet: {
    fr: 'Les courriers sont en cours d’édition\u00a0: réessayez dans un instant.',
    en: 'The letters are being made: try again in a moment.',
  },
  no_provider_key: {
    fr: 'Aucun service d’envoi n’est branché (RESEND_API_KEY)\u00a0: aucun courriel ne pourrait partir.',
    en: 'No sending service is set up (RESEND_API_KEY): no mail could be sent.',
  },
  not_ambiguous: { fr: 'On sait déjà ce qu’il est devenu.', en: 'What became of it is known already.' },
  not_an_invoice: { fr: 'Un avoir ne se relance pas.', en: 'A credit note is not chased.' },
  out_of_date: {
    fr: 'Le solde, l’adresse ou une échéance a changé depuis l’édition de ce courrier\u00a0: un autre est en préparation.',
    en: 'The balance, the address or a due date has changed since this letter was made: another one is being prepared.',
  },
  sign_in_failed: { fr: 'Adresse ou mot de passe incorrect.', en: 'The address or the password is wrong.' },
  too_large: { fr: 'C’est trop volumineux.', en: 'It is too large.' },
  too_many_attempts: {
    fr: 'Trop d’essais\u00a0: attendez quelques minutes.',
    en: 'Too many attempts: wait a few minutes.',
  },
  too_slow: { fr: 'L’envoi a pris trop de temps\u00a0: réessayez.', en: 'The request took too long: try again.' },
  too_late: {
    fr: 'Personne n’a répondu dans la minute\u00a0: rien n’a été fait, décidez à nouveau.',
    en: 'Nobody answered within a minute: nothing was done, decide again.',
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
  not_found: { fr: 'Cet élément n’existe plus.', en: 'This no longer exists.' },
};

export const refusalSentence = (code: string, language: Language): string | undefined => REFUSALS[code]?.[language];
