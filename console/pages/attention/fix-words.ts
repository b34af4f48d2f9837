import { defineWords } from '../../words/words.ts';

export const fixWords = defineWords(
  {
    email: (name: string) => `Courriel · ${name}`,
    phone: (name: string) => `Téléphone · ${name}`,
    save: { email: 'Corriger l’adresse', phone: 'Corriger le numéro', address: 'Corriger l’adresse postale' },
    corrected: {
      email: (name: string) => `Adresse corrigée (${name})`,
      phone: (name: string) => `Numéro corrigé (${name})`,
      address: 'Adresse postale corrigée',
    },
    stored: (corrected: string) => `${corrected}.`,
    goesOn: (corrected: string) => `${corrected}\u00a0: les relances reprennent.`,
    stillStopped: (corrected: string) => `${corrected}\u00a0; le dossier reste arrêté\u00a0: décidez de la suite ici.`,
    problem: { hard_bounce: 'adresse refusée', complaint: 'signalé comme indésirable', undeliverable_letter: 'NPAI' },
    noAddress: 'Ce n’est pas une adresse électronique\u00a0: elle s’écrit comme nom@exemple.fr.',
    addContact: 'Ajouter un contact…',
  },
  {
    email: (name: string) => `E-mail of ${name}`,
    phone: (name: string) => `Telephone of ${name}`,
    save: { email: 'Correct the address', phone: 'Correct the number', address: 'Correct the postal address' },
    corrected: {
      email: (name: string) => `The address of ${name} is corrected`,
      phone: (name: string) => `The number of ${name} is corrected`,
      address: 'The postal address is corrected',
    },
    stored: (corrected: string) => `${corrected}.`,
    goesOn: (corrected: string) => `${corrected}: reminders go on.`,
    stillStopped: (corrected: string) => `${corrected}; the case is stopped still: decide here how it goes on.`,
    problem: { hard_bounce: 'address refused', complaint: 'complained of', undeliverable_letter: 'undeliverable' },
    noAddress: 'This is no e-mail address: one is written like name@example.com.',
    addContact: 'Add a contact…',
  },
);
