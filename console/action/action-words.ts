import { defineWords } from '../words/words.ts';
import type { Action } from './action-data.ts';
import { isToPost, isUnderWay } from './what-can-be-decided.ts';

/** Labels of actions and of the decisions about them. */
export const actionWords = defineWords(
  {
    statuses: {
      planned: 'prévue',
      to_do: 'à faire',
      to_confirm: 'à confirmer',
      needs_attention: 'à traiter',
      done: 'faite',
      skipped: 'passée',
      cancelled: 'retirée',
    },
    toPost: 'à poster',
    underWay: 'en cours d’envoi',
    confirm: (what: string) => `Envoyer ${what}`,
    edit: (step: string) => `Éditer le courrier ${step}`,
    editMessage: 'Éditer le courrier',
    missing: {
      recipient: 'Rien ne part sans destinataire\u00a0: indiquez-en au moins un.',
      address: 'Un des destinataires n’a pas une adresse électronique\u00a0: corrigez-le, ou retirez-le.',
      upload: 'Une pièce jointe est encore en cours d’envoi\u00a0: rien ne part sans elle.',
      choice: 'Le message prévu a changé\u00a0: dites d’abord lequel des deux textes doit partir.',
    },
    confirmElectronic: 'Envoyer le courrier et terminer l’action',
    decide: 'Décider dans Anomalies',
    goOn: 'Reprendre le dossier',
    sendAgain: 'Renvoyer',
    complete: 'Terminer l’action…',
    wasPosted: 'Le courrier était déjà posté…',
    skip: 'Passer…',
    postpone: 'Reporter…',
    deleteAction: 'Supprimer l’action…',
    change: 'Modifier…',
    remove: 'Supprimer',
    removed: 'Tâche supprimée.',
    bar: 'Décisions',
    message: 'le message',
    print: 'Ouvrir le PDF',
    openCase: 'Voir le dossier',
    items: 'Pièces rattachées',
    number: 'Pièce',
    balance: 'Reste dû',
    draft: 'Message',
    letter: 'Aperçu du courrier',
    sent: 'Voir l’envoi',
    leavesAsItIs: 'Part tel quel le jour venu, sans confirmation.',
    changedOnItsDay: 'Tel qu’il partirait aujourd’hui\u00a0; modifiable le jour venu.',
    smsByPerson: 'Aucun prestataire de SMS n’est réglé\u00a0: envoyez-le vous-même, puis terminez l’action.',
    keptEdits: 'Vos modifications sont gardées jusqu’à l’envoi.',
    asPlanned: 'Revenir au message prévu',
    noDraft: 'Rien n’est à envoyer\u00a0: faites ce qui est demandé, puis terminez l’action.',
    comment: 'Commentaire',
  },
  {
    statuses: {
      planned: 'planned',
      to_do: 'to do',
      to_confirm: 'to confirm',
      needs_attention: 'needs attention',
      done: 'done',
      skipped: 'skipped',
      cancelled: 'withdrawn',
    },
    toPost: 'to be posted',
    underWay: 'being sent',
    confirm: (what: string) => `Send ${what}`,
    edit: (step: string) => `Generate letter ${step}`,
    editMessage: 'Generate the letter',
    missing: {
      recipient: 'Nothing is sent without a recipient: name one at least.',
      address: 'One of the recipients is no e-mail address: correct it, or take it out.',
      upload: 'A file is still on its way up: nothing is sent without it.',
      choice: 'The message as planned has changed: first say which of the two texts is to be sent.',
    },
    confirmElectronic: 'Send the letter and finish the action',
    decide: 'Decide in Attention',
    goOn: 'Let the case go on',
    sendAgain: 'Send again',
    complete: 'Finish the action…',
    wasPosted: 'The letter was posted already…',
    skip: 'Skip…',
    postpone: 'Postpone…',
    deleteAction: 'Delete the action…',
    change: 'Change…',
    remove: 'Delete',
    removed: 'Task deleted.',
    bar: 'Decisions',
    message: 'the message',
    print: 'Open the PDF',
    openCase: 'Look at the case',
    items: 'Items attached',
    number: 'Item',
    balance: 'Remaining due',
    draft: 'Message',
    letter: 'Preview of the letter',
    sent: 'Look at the sending',
    leavesAsItIs: 'Sent as is on the day, without confirmation.',
    changedOnItsDay: 'As it would be sent today; it can be changed on its day.',
    smsByPerson: 'No SMS provider is set: send it yourself, then finish the action.',
    keptEdits: 'Your changes are kept until it is sent.',
    asPlanned: 'Back to the message as planned',
    noDraft: 'There is nothing to send: do what is asked, then finish the action.',
    comment: 'Comment',
  },
);

interface StateWords {
  toPost: string;
  underWay: string;
  statuses: Record<Action['status'], string>;
}

/** The state of an action in one word, the same on every screen. */
export function stateOf(
  action: Pick<Action, 'status' | 'kind' | 'message_id'>,
  { toPost, underWay, statuses }: StateWords,
): string {
  if (isToPost(action)) return toPost;
  return isUnderWay(action) ? underWay : statuses[action.status];
}
