import type { BusinessCalendar } from '../domain/calendar/business-calendar.ts';
import type { HolidayZone } from '../domain/calendar/holidays.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { localDate } from '../domain/calendar/local-time.ts';
import type { Transaction } from '../prisma/client.ts';
import type { FactContext } from './outcome.ts';
import { WITHOUT_LOGO } from './settings-without-logo.ts';

/** The creditor's business calendar, from its settings. */
export function businessCalendar(settings: {
  timeZone: string;
  holidayZone: string;
  sendHour: number;
}): BusinessCalendar {
  return {
    timeZone: settings.timeZone,
    holidayZone: settings.holidayZone as HolidayZone,
    sendHour: settings.sendHour,
  };
}

/** A creditor as read from the database, with all or some of its settings. */
interface WithSettings<Settings> {
  id?: string;
  settings: Settings | null;
}

/**
 * The creditor's settings. Every creditor has them from the start; throws if they are missing, so that nothing is
 * guessed.
 */
export function settingsOf<Settings>({ id, settings }: WithSettings<Settings>): Settings {
  if (!settings) throw new Error(`creditor ${id ?? ''} has no settings`);
  return settings;
}

/** The local date at `at` in the creditor's time zone. */
export const localDayAt = (creditor: WithSettings<{ timeZone: string }>, at: Date): LocalDate =>
  localDate(at.toISOString(), settingsOf(creditor).timeZone);

/** The creditor's settings, its calendar, and its local date at the fact's instant. */
export async function readBusinessDay(tx: Transaction, context: Pick<FactContext, 'creditorId' | 'at'>) {
  const settings = await tx.settings.findUniqueOrThrow({ where: { creditorId: context.creditorId }, ...WITHOUT_LOGO });
  const todayOn = localDate(context.at.toISOString(), settings.timeZone);
  return { settings, calendar: businessCalendar(settings), todayOn };
}

export type BusinessDay = Awaited<ReturnType<typeof readBusinessDay>>;
