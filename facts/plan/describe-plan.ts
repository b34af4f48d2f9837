import { explain } from '../../domain/case/explain.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import { settingsOf } from '../business-calendar.ts';
import { caseFacts } from '../case-facts.ts';
import type { PlannedCase } from './plan-change.ts';
import { asReasons } from '../stored-json.ts';

/**
 * Where the case stands and what comes next, in a French sentence without names, for the Temporal UI. `isToPost`: the
 * step's message is a letter that a person posts.
 */
export function describePlan(row: PlannedCase, at: Date, isToPost: boolean): string {
  const { timeZone } = settingsOf(row.customer.creditor);
  const open = row.openStep;
  const closedOn = row.closedAt && localDate(row.closedAt.toISOString(), timeZone);
  return explain(
    {
      nowAt: at.toISOString(),
      timeZone,
      closed: row.closedAs && closedOn ? { as: row.closedAs, on: closedOn } : null,
      attention: row.attentionCode ? { code: row.attentionCode, text: row.attentionText ?? '' } : null,
      holds: caseFacts(row).holds,
      exhausted: row.exhaustedAt !== null,
      next: open && {
        level: open.level,
        kind: open.kind,
        letterKind: open.letterKind,
        mode: isToPost ? 'manual' : open.mode,
        dueAt: open.dueAt.toISOString(),
        handed: open.messageId !== null && !isToPost,
        rule: open.rule,
        reasons: asReasons(open.reasons),
      },
    },
    'fr',
  ).sentence;
}
