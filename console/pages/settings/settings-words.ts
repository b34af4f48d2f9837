import { defineWords } from '../../words/words.ts';

export const settingsWords = defineWords(
  {
    title: 'Réglages',
    tabs: {
      'mise-en-place': 'Mise en place',
      societe: 'Société',
      regles: 'Règles',
      utilisateurs: 'Utilisateurs',
      cles: 'Clés d’API',
      prestataires: 'Prestataires',
      'passer-en-reel': 'Passer en réel',
    },
    saved: 'Réglages enregistrés. Les relances prévues suivent.',
    adminsOnly: 'Réservé aux administrateurs',
    adminsOnlyHint: 'Demandez à un administrateur de votre société.',
    cancel: 'Annuler',
  },
  {
    title: 'Settings',
    tabs: {
      'mise-en-place': 'Set-up',
      societe: 'Company',
      regles: 'Rules',
      utilisateurs: 'Users',
      cles: 'API keys',
      prestataires: 'Providers',
      'passer-en-reel': 'Going live',
    },
    saved: 'Settings saved. What is planned follows.',
    adminsOnly: 'For administrators only',
    adminsOnlyHint: 'Ask an administrator of your company.',
    cancel: 'Cancel',
  },
);
