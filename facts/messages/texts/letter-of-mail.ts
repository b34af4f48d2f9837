import { isFormalNoticeLevel } from '../../../domain/ladder/step.ts';
import type { DebtorKind, TemplateText } from '../../../domain/reminder-content.ts';
import { withoutAttachedLetter } from '../../../domain/shipped/closing.ts';
import { speaksOfInterest } from '../../../domain/wording/check-wording.ts';

/**
 * The text of the letter that a mail carries: the template's letter text, or the mail's own text when there is none.
 * The mail's text is also used for a consumer's formal notice whose letter text speaks of interest: no interest is
 * counted from a mail.
 */
export function letterOfMail(
  mail: TemplateText,
  letter: TemplateText | null,
  reader: { debtorKind: DebtorKind; level: number | null },
): TemplateText {
  const isNotice = reader.debtorKind === 'consumer' && isFormalNoticeLevel(reader.level ?? 0);
  if (letter && !(isNotice && speaksOfInterest(letter))) return letter;
  return { ...mail, bodyHtml: withoutAttachedLetter(mail.bodyHtml) };
}
