import { defineWords } from '../words/words.ts';

/** Labels for a letter that must be made again, and why. */
export const outdatedWords = defineWords(
  {
    remake: 'à refaire',
    why: {
      deadline_near: 'Courrier à refaire avant de l’imprimer\u00a0: plus de la moitié du délai qu’il donne est passée.',
      company_changed:
        'Courrier à refaire avant de l’imprimer\u00a0: les coordonnées ou le compte de l’entreprise ont changé.',
      account_changed:
        'Courrier à refaire avant de l’imprimer\u00a0: ce qu’il dit du reste du compte du client a changé.',
    },
  },
  {
    remake: 'to be made anew',
    why: {
      deadline_near: 'To be made anew before it is printed: more than half of the delay that it gives is over.',
      company_changed: 'To be made anew before it is printed: the company’s details or its account have changed.',
      account_changed:
        'To be made anew before it is printed: what it says of the rest of the customer’s account has changed.',
    },
  },
);
