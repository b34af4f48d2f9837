import { instantAt, localDate, startOfDayAfter } from '../../domain/calendar/local-time.ts';
import { whyNotWorking } from '../../domain/calendar/working-days.ts';
import { ruleOf } from '../../domain/case/explain.ts';
import { type DayStory, explainDay } from '../../domain/case/explain-day.ts';
import type { HistoryDataOf } from '../../domain/case/history/data-by-kind.ts';
import type { HistoryKind } from '../../domain/case/history/kinds.ts';
import type { CaseStory, PastEntry } from '../../domain/case/past-case.ts';
import type { Language } from '../../domain/reminder-content.ts';
import type { Database } from '../../prisma/client.ts';
import { businessCalendar } from '../business-calendar.ts';
import { readStory, type StoredStory } from './case-story.ts';
import { type CaseRow, explanationSnapshot } from './case-view.ts';
import { rewindCase } from './rewind-case.ts';

/** The history lines that can explain why a message was cancelled between its making and its hand-over. */
const CAUSES: readonly HistoryKind[] = [
  'changed',
  'paid',
  'payment_reversed',
  'credited',
  'allocation_reversed',
  'promise',
  'dispute',
  'litigation',
  'paused',
  'resumed',
  'level_set',
  'closed',
  'written_off',
];

/** What a case sent on a local day, or why it sent nothing. `now` is the product's current instant. */
export async function explainCaseDay(db: Database, row: CaseRow, on: string, now: Date, language: Language) {
  const settings = await db.settings.findUniqueOrThrow({ where: { creditorId: row.creditorId } });
  const calendar = businessCalendar(settings);
  const { timeZone } = calendar;
  const stored = await readStory(db, row);
  const { story } = stored;
  const ofDay = story.entries.filter((entry) => localDate(entry.at, timeZone) === on);
  const sendAt = new Date(instantAt(on, calendar.sendHour, timeZone));
  const endAt = new Date(Date.parse(startOfDayAfter(on, timeZone)) - 1);
  const snapshot = (at: Date) => snapshotAt(row, stored, at < now ? at : now, timeZone);
  const day: DayStory = {
    on,
    todayOn: localDate(now.toISOString(), timeZone),
    timeZone,
    notWorking: whyNotWorking(on, calendar.holidayZone),
    entries: ofDay,
    moved: movedFrom(story, on),
    cancelled: cancelledIn(story, ofDay),
    atSendHour: snapshot(sendAt),
    atEnd: snapshot(endAt),
  };
  const then = day.atSendHour ?? day.atEnd;
  const sent = ofDay.filter((entry) => entry.kind === 'sent');
  return {
    ...explainDay(day, language),
    rule: then && ruleOf(then, language),
    nextAt: then?.next?.dueAt ?? null,
    left: sent.map(({ at, data, messageId = null }) => ({
      at,
      messageId,
      level: data.level ?? null,
      kind: data.channel,
    })),
  };
}

function snapshotAt(row: CaseRow, stored: StoredStory, at: Date, timeZone: string) {
  if (stored.ownAt === null || stored.ownAt > at) return null;
  return explanationSnapshot(rewindCase(row, stored, at), { at, timeZone });
}

/** The last plan that moved a step away from that day, if any. */
function movedFrom({ entries }: CaseStory, on: string): HistoryDataOf<'planned'>[] {
  const planned = entries.filter((entry) => entry.kind === 'planned').map(({ data }) => data);
  const plans = planned.filter((plan) => !plan.exhausted);
  const movedTo = plans.filter((plan, index) => {
    const before = plans[index - 1];
    return before?.dueOn === on && before.stepKey === plan.stepKey && plan.dueOn !== undefined && plan.dueOn !== on;
  });
  return movedTo.slice(-1);
}

function cancelledIn({ entries, messages }: CaseStory, ofDay: readonly PastEntry[]) {
  const cancelled = ofDay.filter((entry) => entry.kind === 'cancelled');
  return cancelled.map(({ at, data, messageId }) => {
    const fromAt = messages.find(({ id }) => id === messageId)?.fromAt ?? at;
    const causes = entries.filter((entry) => CAUSES.includes(entry.kind) && entry.at >= fromAt && entry.at <= at);
    return { data, causes };
  });
}
