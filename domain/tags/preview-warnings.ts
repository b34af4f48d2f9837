import { addressBlock } from '../format/postal-address.ts';
import type { ReminderContent, TemplateText } from '../reminder-content.ts';
import { labelsOf } from '../wording/labels.ts';
import { expandTemplate } from './expand-template.ts';

/**
 * What a person should know about these texts once they are filled in for this debtor, one French sentence each: which paragraphs
 * are left out because a tag has no value, and whether the address is cut on the letter.
 * @throws UnknownTagError
 */
export function previewWarnings(texts: readonly TemplateText[], content: ReminderContent): string[] {
  const omitted = texts
    .flatMap((text) => expandTemplate(text, content).omittedTags)
    .map((tag) => `${tag} n’a pas de valeur ici\u00a0: le paragraphe qui la contient est omis.`);
  return [...new Set([...omitted, ...addressWarnings(content)])];
}

function addressWarnings(content: ReminderContent): string[] {
  const block = addressBlock(content.customer, content.company, labelsOf(content.language).attention);
  if (!block.some((line) => line.endsWith('…'))) return [];
  return ['L’adresse du client ne tient pas en 6 lignes de 38 caractères\u00a0: elle est abrégée sur la lettre.'];
}
