import { defineWords } from '../../words/words.ts';

export const litigationPageWords = defineWords(
  {
    title: 'Contentieux',
    list: 'Dossiers au contentieux',
    one: 'dossier',
    many: 'dossiers',
    total: (counted: string, amount: string) => `${counted} · ${amount} à recouvrer`,
    none: 'Aucun dossier au contentieux',
    noneHint:
      'Depuis Relances, le marteau d’une ligne met un dossier au contentieux : plus rien ne lui est envoyé, et il se range ici, prêt à être exporté.',
    exportAll: (counted: string) => `Exporter ${counted} (ZIP)`,
    exportOne: 'Exporter ce dossier (ZIP)',
    exported: 'Le fichier est dans vos téléchargements.',
    preparing: 'Préparation du fichier : lettres, preuves, historique…',
    reason: 'Motif',
    since: 'Depuis',
    file: 'ZIP',
    takeOut: (counted: string) => `Sortir ${counted} du contentieux`,
    selected: (counted: string, amount: string) => `${counted} · ${amount}`,
  },
  {
    title: 'Litigation',
    list: 'Cases in litigation',
    one: 'case',
    many: 'cases',
    total: (counted: string, amount: string) => `${counted} · ${amount} to recover`,
    none: 'No case in litigation',
    noneHint:
      'In Reminders, the gavel of a row puts a case in litigation: nothing more is sent to it, and it is kept here, ready to be exported.',
    exportAll: (counted: string) => `Export ${counted} (ZIP)`,
    exportOne: 'Export this case (ZIP)',
    exported: 'The file is among your downloads.',
    preparing: 'Preparing the file: letters, proofs, history…',
    reason: 'Reason',
    since: 'Since',
    file: 'ZIP',
    takeOut: (counted: string) => `Take ${counted} out of litigation`,
    selected: (counted: string, amount: string) => `${counted} · ${amount}`,
  },
);
