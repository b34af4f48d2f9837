import { lacksGlyphs } from '../format/letter-font.ts';
import { addressBlock } from '../format/postal-address.ts';
import type { ReminderContent, TemplateText } from '../reminder-content.ts';
import { plainText } from '../rich-text/document.ts';
import { labelsOf } from '../wording/labels.ts';
import { expandTemplate, type MessageBlock } from './expand-template.ts';
import type { ItemRow } from './item-table.ts';

/**
 * Warnings about texts filled in for this debtor, one French sentence each: which paragraphs are left out because a tag
 * has no value, whether the address is shortened on the letter, and what the letter cannot print.
 * @throws UnknownTagError
 */
export function previewWarnings(texts: readonly TemplateText[], content: ReminderContent): string[] {
  const omitted = texts
    .flatMap((text) => expandTemplate(text, content).omittedTags)
    .map((tag) => `${tag} n’a pas de valeur ici\u00a0: le paragraphe qui la contient est omis.`);
  return [
    ...new Set([
      ...omitted,
      ...addressWarnings(content),
      ...texts.slice(-1).flatMap((text) => glyphWarnings(text, content)),
    ]),
  ];
}

function addressWarnings(content: ReminderContent): string[] {
  const block = addressBlock(content.customer, content.company, labelsOf(content.language).attention);
  return [
    ...(block.some((line) => line.endsWith('…'))
      ? ['L’adresse du client ne tient pas en 6 lignes de 38 caractères\u00a0: elle est abrégée sur la lettre.']
      : []),
    ...(block.some(lacksGlyphs)
      ? [
          'Le courrier ne peut pas imprimer le nom ou l’adresse du client\u00a0: écrivez-les en lettres latines sur sa fiche.',
        ]
      : []),
  ];
}

/** Warnings about the letter's text alone; an address that cannot be printed has a warning of its own. */
function glyphWarnings(text: TemplateText, content: ReminderContent): string[] {
  const { subject, blocks } = expandTemplate(text, content);
  const instead = blocks.flatMap((block) => (block.type === 'items' ? block.rows : [])).flatMap(numberInstead);
  return [
    ...([subject, ...blocks.map(wordsOf)].some(lacksGlyphs)
      ? [
          'Certains caractères de ce texte ne peuvent pas être imprimés\u00a0: le courrier montre «\u00a0?\u00a0» à leur place.',
        ]
      : []),
    ...instead.map(
      (word) =>
        `Un numéro de pièce ne peut pas être imprimé\u00a0: le tableau du courrier dit «\u00a0${word}\u00a0» à sa place.`,
    ),
  ];
}

const numberInstead = ({ numberOnPaper: word }: ItemRow): string[] => (word === undefined ? [] : [word]);

function wordsOf(block: MessageBlock): string {
  if (block.type === 'items') return '';
  return (block.type === 'list' ? block.items : [block.inlines]).map(plainText).join('\n');
}
