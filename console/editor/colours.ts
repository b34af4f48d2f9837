import type { Language } from '../words/language.ts';

/** Colours for printed and mailed text: legible on white. */
const COLOURS: Record<string, Record<Language, string>> = {
  '#1d2733': { fr: 'noir', en: 'black' },
  '#5b6876': { fr: 'gris', en: 'grey' },
  '#b3261e': { fr: 'rouge', en: 'red' },
  '#8a5800': { fr: 'ocre', en: 'ochre' },
  '#1f6b3a': { fr: 'vert', en: 'green' },
  '#1558b8': { fr: 'bleu', en: 'blue' },
  '#8a2f81': { fr: 'prune', en: 'plum' },
};

export const COLOURS_OF_TEXT = Object.keys(COLOURS);

/** The name of a colour (`rouge`), or its code when it has none. */
export const colourWord = (colour: string, language: Language): string => COLOURS[colour]?.[language] ?? colour;
