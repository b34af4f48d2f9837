import { addressBlock } from '../format/postal-address.ts';
import type { Language, ReminderContent, TemplateText } from '../reminder-content.ts';
import { parseBody } from '../rich-text/parse-body.ts';
import { checkWording } from '../wording/check-wording.ts';
import { explainFinding } from '../wording/explain-finding.ts';
import { labelsOf } from '../wording/labels.ts';
import { expandTemplate } from './expand-template.ts';

/**
 * What a person should know before this text goes to this debtor, one sentence each: what was dropped, which
 * paragraphs are left out because a tag has no value, and what will hold the message back.
 * @throws UnknownTagError
 */
export function previewWarnings(template: TemplateText, content: ReminderContent, language: Language): string[] {
  const omitted = expandTemplate(template, content).omittedTags.map((tag) =>
    language === 'fr'
      ? `${tag} n’a pas de valeur\u00a0: le paragraphe qui la contient est retiré.`
      : `${tag} has no value: the paragraph that holds it is left out.`,
  );
  const refused = checkWording(template, content).map((finding) => explainFinding(finding, language));
  return [...parseBody(template.bodyHtml).warnings, ...omitted, ...refused, ...addressWarnings(content, language)];
}

function addressWarnings(content: ReminderContent, language: Language): string[] {
  const block = addressBlock(content.customer, content.company, labelsOf(content.language).attention);
  if (!block.some((line) => line.endsWith('…'))) return [];
  return language === 'fr'
    ? ['L’adresse du client ne tient pas en 6 lignes de 38 caractères\u00a0: elle est abrégée sur la lettre.']
    : ['The customer’s address does not fit into 6 lines of 38 characters: it is cut on the letter.'];
}
