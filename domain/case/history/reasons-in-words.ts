import { formatLongDate } from '../../format/date.ts';
import type { Reason } from '../../ladder/plan.ts';
import type { Language } from '../../reminder-content.ts';

/** Why a plan is as it is, in the order in which it was thought; nothing when it was not kept. */
export function reasonsInWords(
  reasons: readonly Reason[] | undefined,
  reason: (of: Reason, day: (on: string) => string) => string,
  language: Language,
): string | undefined {
  const told = reasons?.filter(({ code }) => code !== 'waiting') ?? [];
  return told.map((one) => reason(one, (on) => formatLongDate(on, language))).join(', ') || undefined;
}
