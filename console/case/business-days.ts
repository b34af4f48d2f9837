import { useSession } from '../frame/session.ts';
import { wallClockOf } from '../task/local-instant.ts';
import { useSettings } from './case-data.ts';
import type { BusinessDays } from './business-day-rules.ts';

/** The creditor's settings and clock, for a dialog that says on which day something happens. */
export function useBusinessDays(): BusinessDays {
  const { timeZone, now_at: nowAt } = useSession();
  const { data: settings } = useSettings();
  const now = wallClockOf(nowAt, timeZone);
  return {
    zone: settings?.holiday_zone ?? 'metropole',
    sendHour: settings?.send_hour ?? 9,
    graceDays: settings?.promise_grace_days ?? 3,
    todayOn: now.slice(0, 10),
    hour: Number(now.slice(11, 13)),
  };
}
