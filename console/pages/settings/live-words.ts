import { defineWords } from '../../words/words.ts';

export const liveWords = defineWords(
  {
    live: 'La société est en réel',
    liveText: 'Les courriels partent réellement vers vos clients. On ne revient pas à l’essai.',
    liveNowhere:
      'La clé du prestataire (RESEND_API_KEY) manque\u00a0: rien ne part pour l’instant. Les courriels attendent, et partiront réellement vers vos clients dès qu’elle sera là. On ne revient pas à l’essai.',
    before: 'Avant de passer en réel',
    beforeText:
      'Chaque dossier ouvert recommence à son niveau initial, et sa première relance attend la confirmation d’une personne\u00a0: rien ne part tout seul le premier jour. Ce qui a été envoyé à l’essai ne compte pas.',
    refused: 'Vous ne pouvez pas encore passer en réel',
    noKey:
      'Aucune clé de prestataire\u00a0: aucun courriel ne pourrait partir. Réglez RESEND_API_KEY là où Relance est installé, redémarrez, puis revenez ici.',
    clockAhead:
      'L’horloge de démonstration est en avance sur la date réelle\u00a0: les courriers porteraient une date future. Passez en réel sur une installation sans horloge de démonstration.',
    firstDay: 'Ce qui serait à confirmer le premier jour',
    nothing: 'Rien n’échoit\u00a0: aucun dossier ouvert n’a d’étape à venir.',
    cases: (cases: string) => `Le scénario recommence pour ${cases}.`,
    level: 'Niveau',
    kind: 'Type',
    count: 'Dossiers',
    amount: 'Reste dû',
    noAddress: (cases: string) =>
      `Sans adresse pour la première relance\u00a0: ${cases}. Complétez les contacts, avant ou après\u00a0; rien ne part d’ici là.`,
    allReachable: 'Chaque dossier a une adresse pour sa première relance.',
    one: 'dossier',
    many: 'dossiers',
    open: 'Passer en réel…',
    title: 'Passer en réel',
    warning: 'À partir de maintenant, ce qui est confirmé part réellement vers les clients. Cela ne s’annule pas.',
    type: (word: string) => `Tapez «\u00a0${word}\u00a0» pour confirmer`,
    word: 'en réel',
    confirm: (cases: string) => `Passer ${cases} en réel`,
    done: 'La société est en réel. Les premières relances attendent votre confirmation dans l’agenda.',
    cancel: 'Annuler',
  },
  {
    live: 'The company is live',
    liveText: 'E-mails are really sent to your customers. There is no way back to the trial.',
    liveNowhere:
      'The provider’s key (RESEND_API_KEY) is missing: nothing is sent for now. E-mails wait, and are really sent to your customers once it is there. There is no way back to the trial.',
    before: 'Before going live',
    beforeText:
      'Every open case begins again at its initial level, and its first reminder waits for a person: nothing is sent automatically on the first day. What was sent in the trial does not count.',
    refused: 'You cannot go live yet',
    noKey:
      'There is no provider’s key: no e-mail could be sent. Set RESEND_API_KEY where Relance is installed, start it again, then come back.',
    clockAhead:
      'The demonstration’s clock is ahead of the real date: letters would bear a date to come. Go live on an installation without a demonstration clock.',
    firstDay: 'What there would be to confirm on the first day',
    nothing: 'Nothing falls due: no open case has a step to come.',
    cases: (cases: string) => `The scenario starts again for ${cases}.`,
    level: 'Level',
    kind: 'Kind',
    count: 'Cases',
    amount: 'Still due',
    noAddress: (cases: string) =>
      `No address for the first reminder: ${cases}. Complete the contacts, before or after; nothing is sent until then.`,
    allReachable: 'Every case has an address for its first reminder.',
    one: 'case',
    many: 'cases',
    open: 'Go live…',
    title: 'Going live',
    warning: 'From now on what is confirmed is really sent to customers. This cannot be undone.',
    type: (word: string) => `Type “${word}” to confirm`,
    word: 'live',
    confirm: (cases: string) => `Put ${cases} live`,
    done: 'The company is live. The first reminders wait for you in the agenda.',
    cancel: 'Cancel',
  },
);
