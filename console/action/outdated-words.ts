import { defineWords } from '../words/words.ts';

/** Of a letter that waits to be posted: that it is to be made anew, and why. */
export const outdatedWords = defineWords(
  {
    remake: 'à refaire',
    why: {
      deadline_near: 'Courrier à refaire avant de l’imprimer\u00a0: plus de la moitié du délai qu’il donne est passée.',
      company_changed:
        'Courrier à refaire avant de l’imprimer\u00a0: les coordonnées ou le compte de l’entreprise ont changé.',
    },
  },
  {
    remake: 'to be made anew',
    why: {
      deadline_near: 'To be made anew before it is printed: more than half of the delay that it gives is over.',
      company_changed: 'To be made anew before it is printed: the company’s details or its account have changed.',
    },
  },
);
