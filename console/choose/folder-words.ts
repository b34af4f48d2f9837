import { defineWords } from '../words/words.ts';

export const folderWords = defineWords(
  {
    folder: 'Dossier',
    noFolder: 'Sans dossier',
    hint: 'Où le modèle est rangé. Choisissez un dossier, ou donnez-en un nouveau.',
  },
  { folder: 'Folder', noFolder: 'No folder', hint: 'Where the template is kept. Choose a folder, or name a new one.' },
);
