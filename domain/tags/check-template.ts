import type { DebtorKind, TemplateText, WordingFinding } from '../reminder-content.ts';
import { plainText } from '../rich-text/document.ts';
import { parseBody } from '../rich-text/parse-body.ts';
import { findForbidden } from '../wording/check-wording.ts';
import { explainFinding } from '../wording/explain-finding.ts';
import { formalNoticeAdvice } from '../wording/formal-notice.ts';
import { splitTags } from './split-tags.ts';
import { isTableTag } from './tag-list.ts';

interface TemplateCheck {
  /** Tags that do not exist; the API refuses the template (422) and names them. */
  unknownTags: { tag: string; at: 'subject' | 'body' }[];
  /** French sentences: what was dropped, what will be missing, and what will stop a message. */
  warnings: string[];
  /** Wording that could never be sent as it is, by the template's own kind of debtor and level. */
  forbidden: WordingFinding[];
}

/**
 * Checks a template when it is saved. A template for any kind of debtor may contain words that are forbidden for
 * consumers: that gives a warning, and `checkWording` decides for the actual debtor when the message is made.
 */
export function checkTemplate(
  template: TemplateText & {
    kind?: string;
    level?: number | null | undefined;
    debtorKind?: DebtorKind | null | undefined;
  },
): TemplateCheck {
  const { blocks, warnings } = parseBody(template.bodyHtml);
  const bodyLines = blocks.flatMap((block) => (block.type === 'list' ? block.items : [block.inlines])).map(plainText);
  const unknownTags = [
    ...unknownIn(template.subject).map((tag) => ({ tag, at: 'subject' as const })),
    ...unknownIn(bodyLines.join('\n')).map((tag) => ({ tag, at: 'body' as const })),
  ];
  const forbidden = findForbidden(template, template.debtorKind ?? undefined, template.level ?? undefined);
  const found = forbidden.map((finding) => explainFinding(finding, 'fr'));
  return { unknownTags, warnings: [...warnings, ...found, ...advice(template)], forbidden };
}

function unknownIn(text: string): string[] {
  const words = splitTags(text).flatMap((piece) => (piece.type === 'unknown' ? piece.word : []));
  return [...new Set(words)];
}

function advice(template: Parameters<typeof checkTemplate>[0]): string[] {
  const sentences: string[] = [];
  if (splitTags(template.subject).some((piece) => piece.type === 'tag' && isTableTag(piece.tag))) {
    sentences.push('Dans l’objet, une balise de tableau ne donne que les numéros des pièces.');
  }
  const forConsumers = template.debtorKind ? [] : findForbidden(template, 'consumer', undefined);
  if (forConsumers.length > 0) {
    const words = forConsumers.map(({ found }) => `«\u00a0${found}\u00a0»`).join(', ');
    sentences.push(`Ce modèle ne partira pas vers un particulier\u00a0: il contient ${words}.`);
  }
  if (template.kind === 'letter') sentences.push(...formalNoticeAdvice(template, template.level ?? null, null));
  return sentences;
}
