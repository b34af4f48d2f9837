import { defineWords } from '../words/words.ts';

export const litigationWords = defineWords(
  {
    put: (number: string) => `Mettre ${number} au contentieux`,
    takeOut: (number: string) => `Sortir ${number} du contentieux`,
    title: (counted: string) => `Mettre au contentieux : ${counted}`,
    one: 'dossier',
    many: 'dossiers',
    reason: 'Motif',
    firstReason: 'Dossier transmis au contentieux',
    effect:
      'Plus rien ne partira : ni relance, ni état d’impayés. Ce qui était prévu est retiré. Vous pourrez sortir du contentieux à tout moment ; la première relance sera alors à confirmer.',
    confirm: (counted: string) => `Mettre ${counted} au contentieux`,
    done: (what: string) => `${what} : au contentieux.`,
    out: (what: string) => `${what} : sorti du contentieux. La prochaine relance sera à confirmer.`,
    handedOver: (numbers: string) => `Déjà remis au prestataire avant cela : ${numbers}.`,
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
      'Nothing will leave any more: neither reminders nor statements. What was planned is withdrawn. You can take it out of litigation at any time; the first reminder will then have to be confirmed.',
    confirm: (counted: string) => `Put ${counted} in litigation`,
    done: (what: string) => `${what}: in litigation.`,
    out: (what: string) => `${what}: out of litigation. The next reminder will have to be confirmed.`,
    handedOver: (numbers: string) => `Already with the provider before that: ${numbers}.`,
    progress: (done: string, total: string) => `${done} of ${total}…`,
  },
);
