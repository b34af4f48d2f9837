import { defineWords } from '../words/words.ts';

export const tableWords = defineWords(
  { all: 'Tout sélectionner', row: (name: string) => `Sélectionner ${name}`, more: 'Suite en cours de chargement…' },
  { all: 'Select all', row: (name: string) => `Select ${name}`, more: 'Loading more…' },
);
