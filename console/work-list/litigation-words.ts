import { defineWords } from '../words/words.ts';

export const litigationWords = defineWords(
  {
    put: (number: string) => `Mettre ${number} au contentieux`,
    takeOut: (number: string) => `Sortir ${number} du contentieux`,
    title: (counted: string) => `Mettre au contentieux\u00a0: ${counted}`,
    one: 'dossier',
    many: 'dossiers',
    reason: 'Motif',
    firstReason: 'Dossier transmis au contentieux',
    effect:
      'Plus rien ne partira\u00a0: ni relance, ni état d’impayés. Ce qui était prévu est retiré. Vous pourrez sortir du contentieux à tout moment\u00a0;',
    confirmed: 's’il reste une relance, elle sera alors à confirmer.',
    resumed: 's’il reste une relance, elle reprendra alors selon le scénario.',
    confirm: (counted: string) => `Mettre ${counted} au contentieux`,
    done: (what: string) => `${what}\u00a0: au contentieux.`,
    out: (what: string) => `Hors contentieux\u00a0: ${what}\u00a0;`,
    handedOver: (numbers: string) => `Déjà remis au prestataire avant cela\u00a0: ${numbers}.`,
    refused: (counted: string) => `Refusé pour ${counted}, rien n’a changé\u00a0:`,
    progress: (done: string, total: string) => `${done} sur ${total}…`,
  },
  {
    put: (number: string) => `Put ${number} in litigation`,
    takeOut: (number: string) => `Take ${number} out of litigation`,
    title: (counted: string) => `Put in litigation: ${counted}`,
    one: 'case',
    many: 'cases',
    reason: 'Reason',
    firstReason: 'Handed over for litigation',
    effect:
      'Nothing will be sent any more: neither reminders nor statements. What was planned is withdrawn. You can take it out of litigation at any time;',
    confirmed: 'if a reminder is left, it will then have to be confirmed.',
    resumed: 'if a reminder is left, it will then follow the scenario.',
    confirm: (counted: string) => `Put ${counted} in litigation`,
    done: (what: string) => `${what}: in litigation.`,
    out: (what: string) => `Out of litigation: ${what};`,
    handedOver: (numbers: string) => `Already with the provider before that: ${numbers}.`,
    refused: (counted: string) => `Refused for ${counted}, nothing changed:`,
    progress: (done: string, total: string) => `${done} of ${total}…`,
  },
);

type LitigationWords = (typeof litigationWords)['fr' | 'en'];

/** What happens after litigation: depending on the creditor's setting, a person confirms first. */
const afterwards = (w: LitigationWords, isConfirmed: boolean) => (isConfirmed ? w.confirmed : w.resumed);

/** What opening litigation does, and what ending it will do. */
export const effectOf = (w: LitigationWords, isConfirmed: boolean) => `${w.effect} ${afterwards(w, isConfirmed)}`;

/** Which cases left litigation, and what happens to them now. */
export const outOf = (w: LitigationWords, what: string, isConfirmed: boolean) =>
  `${w.out(what)} ${afterwards(w, isConfirmed)}`;
