import type { DebtorKind } from '../../../domain/reminder-content.ts';
import { sanitizeBody } from '../../../domain/rich-text/sanitize-body.ts';
import { checkTemplate } from '../../../domain/tags/check-template.ts';
import { invalidField, unprocessable } from '../../frame/problem.ts';

export interface TemplateDraft {
  kind: string;
  level: number | null | undefined;
  debtor_kind: DebtorKind | null | undefined;
  subject: string;
  body_html: string;
}

/**
 * A text as it is stored: sanitized, with warnings in French. Throws a 422 that names each unknown tag, or when no text is
 * left. Words forbidden for a debtor are only a warning here; the message is held back when it is rendered for such a
 * debtor.
 */
export function acceptText(draft: TemplateDraft): { subject: string; bodyHtml: string; warnings: string[] } {
  const { subject, level, kind, debtor_kind: debtorKind } = draft;
  const { unknownTags, warnings } = checkTemplate({ subject, bodyHtml: draft.body_html, kind, level, debtorKind });
  if (unknownTags.length > 0) {
    const faults = unknownTags.map(({ tag, at }) => ({
      pointer: at === 'subject' ? '/subject' : '/body_html',
      detail: `There is no tag ${tag}.`,
      fix: 'Take one of GET /v1/tags, or write the word without its #.',
    }));
    throw unprocessable('unknown_tag', faults, `Unknown: ${unknownTags.map(({ tag }) => tag).join(', ')}.`);
  }
  const { bodyHtml } = sanitizeBody(draft.body_html);
  if (bodyHtml === '')
    throw invalidField('empty_body', '/body_html', 'No text is left of this.', 'Write what is to be read.');
  return { subject, bodyHtml, warnings };
}
