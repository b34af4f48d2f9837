import type { Language } from '../../../words/language.ts';
import { defineWords } from '../../../words/words.ts';

export const runWords = defineWords(
  {
    title: 'Relancer',
    level: 'Niveau de la relance',
    mode: 'Mode d’envoi',
    email: 'Courriel',
    emailHint: 'un courriel, le courrier en pièce jointe (PDF)',
    letter: 'Courrier',
    letterHint: 'des courriers prêts à imprimer (PDF)',
    providerHint: 'par le prestataire éditique, affranchissement compris',
    one: 'dossier',
    many: 'dossiers',
    asked: (counted: string) => `${counted} dans la sélection`,
    looking: 'Vérification en cours\u00a0: rien ne part encore…',
    leaves: (counted: string) => `${counted}\u00a0: la relance peut partir`,
    leavesNone: 'Aucun de ces dossiers ne peut être relancé ainsi',
    staysOne: 'ne partira pas',
    staysMany: 'ne partiront pas',
    byLetter: (counted: string, many: boolean) =>
      many ? `Relancer ces ${counted} par courrier` : `Relancer ce dossier par courrier`,
    back: 'Revenir à toute la sélection',
    atOnce: 'Ce qui part part tout de suite et ne peut pas être annulé.',
    posted: (counted: string) =>
      `${counted}\u00a0: le courrier part tout de suite par le prestataire éditique, affranchissement compris, et ne peut pas être annulé.`,
    registered: (counted: string) => `Dont ${counted} en lettre recommandée.`,
    printed: (counted: string) =>
      `${counted}\u00a0: le courrier est édité tout de suite, à imprimer et à poster\u00a0; le niveau est alors marqué comme fait.`,
    toPost: (counted: string) =>
      `${counted} en recommandé, à poster par vos soins\u00a0: le niveau n’est marqué comme fait qu’une fois le dépôt noté dans l’agenda.`,
    sendEmail: (level: number, counted: string) => `Envoyer la relance R${level} par courriel pour ${counted}`,
    makeLetter: (level: number, counted: string) => `Éditer le courrier de relance R${level} pour ${counted}`,
    postLetter: (level: number, counted: string) => `Faire partir le courrier de relance R${level} pour ${counted}`,
    close: 'Fermer sans rien envoyer',
    more: (counted: string) => `et ${counted} de plus`,
    started: (level: number) => `La relance R${level} est lancée.`,
  },
  {
    title: 'Remind',
    level: 'Level of the reminder',
    mode: 'How it is sent',
    email: 'E-mail',
    emailHint: 'a mail with the letter attached (PDF)',
    letter: 'Letter',
    letterHint: 'letters ready to be printed (PDF)',
    providerHint: 'by the print provider, postage included',
    one: 'case',
    many: 'cases',
    asked: (counted: string) => `${counted} selected`,
    looking: 'Looking: nothing is sent yet…',
    leaves: (counted: string) => `${counted}: the reminder can be sent`,
    leavesNone: 'None of these cases can be reminded this way',
    staysOne: 'will not be sent',
    staysMany: 'will not be sent',
    byLetter: (counted: string, many: boolean) =>
      many ? `Remind these ${counted} by letter` : `Remind this case by letter`,
    back: 'Back to the whole selection',
    atOnce: 'Sent immediately; it cannot be undone.',
    posted: (counted: string) =>
      `${counted}: the letter is sent at once by the print provider, postage included, and cannot be undone.`,
    registered: (counted: string) => `Of which ${counted} by registered letter.`,
    printed: (counted: string) =>
      `${counted}: the letter is made at once, to be printed and posted; the level is then done.`,
    toPost: (counted: string) =>
      `${counted} by registered letter, for you to post: the level is done once its posting is noted in the agenda.`,
    sendEmail: (level: number, counted: string) => `Send reminder R${level} by mail for ${counted}`,
    makeLetter: (level: number, counted: string) => `Generate the letter of reminder R${level} for ${counted}`,
    postLetter: (level: number, counted: string) => `Post the letter of reminder R${level} for ${counted}`,
    close: 'Close without sending',
    more: (counted: string) => `and ${counted} more`,
    started: (level: number) => `Reminder R${level} is on its way.`,
  },
);

/**
 * Why a case is left out of a run, by the API's code. The server has the same list (domain/messages/run-refusals.ts).
 */
export const refusalWords = defineWords(
  {
    wrong_level: 'Ce niveau n’est pas à faire',
    held: 'Suspendu (contentieux, litige, promesse ou pause)',
    paid: 'Déjà soldé',
    case_closed: 'Dossier clos',
    no_address: 'Aucune adresse électronique valable',
    unprintable_address: 'Adresse dont des lettres ne s’impriment pas',
    registered_required: 'Ce niveau part en lettre recommandée',
    needs_attention: 'Anomalie à traiter d’abord',
    already_on_its_way: 'Un envoi est déjà en cours',
    letter_to_post: 'Courrier édité, à poster',
    not_an_invoice: 'Un avoir ne se relance pas',
    not_found: 'Dossier introuvable',
    no_template: 'Aucun modèle ne convient',
    no_recipient: 'Aucune adresse électronique valable au moment de l’envoi',
    one_recipient: 'Un recommandé électronique n’a qu’un destinataire',
    consent_required: 'Ce particulier n’a pas consenti aux recommandés électroniques',
    forbidden_wording: 'Le texte du modèle n’est pas permis',
    started_in_trial: 'Envoi lancé pendant l’essai, avant la mise en service',
    no_print_connector: 'Prestataire éditique désactivé pendant l’envoi\u00a0: lancez-en un autre',
    restored: 'Base rétablie d’une sauvegarde\u00a0: la relance a pu partir depuis',
    stopped: 'Envoi arrêté avant le départ de la relance',
    withdrawn: 'Décidé autrement avant le départ de la relance',
    skipped: 'Étape passée avant l’envoi',
    completed: 'Étape notée comme faite avant l’envoi',
    not_sent: 'Quelqu’un a noté que la relance n’était pas partie',
    cannot_be_made: 'La relance ne peut pas être faite\u00a0: prévenez l’exploitant',
    unreadable: 'La relance n’a pas pu être lue\u00a0: prévenez l’exploitant',
    cancelled: 'Retiré avant l’envoi',
    sending_failed: 'Le prestataire ne l’a finalement pas envoyé',
    letter_rejected: 'Le prestataire éditique n’a finalement pas pris le courrier',
  },
  {
    wrong_level: 'This level is not due',
    held: 'On hold (litigation, dispute, promise or pause)',
    paid: 'Paid already',
    case_closed: 'Closed case',
    no_address: 'No valid e-mail address',
    unprintable_address: 'Letters of the address cannot be printed',
    registered_required: 'This level is a registered letter',
    needs_attention: 'Needs attention first',
    already_on_its_way: 'A sending is under way',
    letter_to_post: 'Letter made, to be posted',
    not_an_invoice: 'A credit note is not chased',
    not_found: 'No such case',
    no_template: 'No template fits',
    no_recipient: 'No valid e-mail address when it was to be sent',
    one_recipient: 'An electronic registered letter has one recipient',
    consent_required: 'This consumer has not agreed to electronic registered letters',
    forbidden_wording: 'The template’s wording is not allowed',
    started_in_trial: 'The run was started in the trial, before going live',
    no_print_connector: 'The print provider was switched off meanwhile: start another run',
    restored: 'Restored from a backup: the reminder may have left since',
    stopped: 'The run was stopped before the reminder left',
    withdrawn: 'Decided otherwise before the reminder left',
    skipped: 'Skipped before it left',
    completed: 'Noted as done before it left',
    not_sent: 'Somebody noted that the reminder had not left',
    cannot_be_made: 'The reminder cannot be made: tell whoever runs Relance',
    unreadable: 'The reminder could not be read: tell whoever runs Relance',
    cancelled: 'Withdrawn before it left',
    sending_failed: 'The provider did not send it in the end',
    letter_rejected: 'The print provider did not take the letter in the end',
  },
);

const BY_PROVIDER: Record<Language, string> = { fr: 'Refusé par le prestataire', en: 'Refused by the provider' };

/** Heading for the cases that a run left out for this reason. A code that is not ours comes from the provider. */
export function whyLeftOut(code: string, language: Language): string {
  const words: Record<string, string> = refusalWords[language];
  return words[code] ?? `${BY_PROVIDER[language]} (${code})`;
}
