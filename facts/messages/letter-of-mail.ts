import { isFormalNoticeLevel } from '../../domain/ladder/step.ts';
import type { DebtorKind, TemplateText } from '../../domain/reminder-content.ts';
import { withoutAttachedLetter } from '../../domain/shipped/closing.ts';
import { speaksOfInterest } from '../../domain/wording/check-wording.ts';

/**
 * The text of the letter that a mail carries: the template's own for letters; without one it says what the mail says. So does a
 * consumer's formal notice whose text for paper says that interest runs from it: none is counted from a mail.
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
