import { Text } from '@mantine/core';
import { useSession } from '../frame/session.ts';
import { daysBetween } from '../words/days.ts';
import { useFormats } from '../words/formats.ts';
import { type Dated, dayOf } from './day-of.ts';
import { isWaiting } from './is-waiting.ts';

/**
 * The day of an action and how far away it is. Shown as late when the action has waited for a person since an earlier
 * day.
 */
export function ActionDay({ action, isStacked }: { action: Dated; isStacked?: true }) {
  const { day, fromToday, lateness, todayOn } = useFormats();
  const { timeZone } = useSession();
  const on = dayOf(action, timeZone);
  const late = isWaiting(action) ? lateness(daysBetween(action.due_on, todayOn)) : null;
  return (
    <Text span className="figures" {...(isStacked ? { display: 'block', lh: '15px' } : {})}>
      {day(on)}{' '}
      <Text
        span
        {...(isStacked ? { display: 'block', fz: 11, lh: '15px' } : {})}
        {...(late ? { fw: 600 } : { c: 'dimmed' })}
      >
        {late ?? fromToday(on)}
      </Text>
    </Text>
  );
}
