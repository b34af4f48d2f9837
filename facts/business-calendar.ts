import type { BusinessCalendar } from '../domain/calendar/business-calendar.ts';
import type { HolidayZone } from '../domain/calendar/holidays.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { localDate } from '../domain/calendar/local-time.ts';
import type { Transaction } from '../prisma/client.ts';
import type { FactContext } from './outcome.ts';
import { WITHOUT_LOGO } from './settings-without-logo.ts';

/** The creditor's calendar, as its settings say. */
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

/** A creditor as it was read, with its settings or some of them. */
interface WithSettings<Settings> {
  id?: string;
  settings: Settings | null;
}

/** The settings of a creditor, who has them from the start. Throws where there are none: nothing is booked by a guess. */
export function settingsOf<Settings>({ id, settings }: WithSettings<Settings>): Settings {
  if (!settings) throw new Error(`creditor ${id ?? ''} has no settings`);
  return settings;
}

/** Which day it is at `at` where this creditor is. */
export const localDayAt = (creditor: WithSettings<{ timeZone: string }>, at: Date): LocalDate =>
  localDate(at.toISOString(), settingsOf(creditor).timeZone);

/** The creditor's settings, and the day it is there at the fact's instant. */
export async function readBusinessDay(tx: Transaction, context: Pick<FactContext, 'creditorId' | 'at'>) {
  const settings = await tx.settings.findUniqueOrThrow({ where: { creditorId: context.creditorId }, ...WITHOUT_LOGO });
  const todayOn = localDate(context.at.toISOString(), settings.timeZone);
  return { settings, calendar: businessCalendar(settings), todayOn };
}

export type BusinessDay = Awaited<ReturnType<typeof readBusinessDay>>;
