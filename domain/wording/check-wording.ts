import type { DebtorKind, ReminderContent, TemplateText, WordingFinding } from '../reminder-content.ts';
import { authorText } from './author-text.ts';
import { BEFORE_FORMAL_NOTICE_RULES, CONSUMER_RULES } from './forbidden-words.ts';

/**
 * What stands in a message that must not, at rendering: with one finding or more, nothing leaves and a person decides.
 * Only the author's words are judged, never what tags bring in. Sources: see `forbidden-words.ts`.
 */
export function checkWording(
  template: TemplateText,
  content: Pick<ReminderContent, 'debtorKind' | 'level'>,
): WordingFinding[] {
  return findForbidden(template, content.debtorKind, content.level);
}

/** The same for a debtor kind and level that may not be known yet (`undefined`: the rule is not applied). */
export function findForbidden(
  template: TemplateText,
  debtorKind: DebtorKind | undefined,
  level: number | undefined,
): WordingFinding[] {
  const { text, tags } = authorText(template);
  const findings: WordingFinding[] = [];
  const rules = [
    ...(debtorKind === 'consumer' ? CONSUMER_RULES : []),
    ...(level !== undefined && level < 3 ? BEFORE_FORMAL_NOTICE_RULES : []),
  ];
  for (const { rule, pattern } of rules) {
    const match = pattern.exec(text);
    if (match) findings.push({ rule, found: match[0].trim() });
  }
  if (debtorKind === 'consumer' && tags.has('#late_penalty_rate')) {
    findings.push({ rule: 'consumer_penalty', found: '#late_penalty_rate' });
  }
  return findings;
}
