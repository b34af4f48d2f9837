import { Text } from '@mantine/core';
import { daysBetween } from '../words/days.ts';
import { useFormats } from '../words/formats.ts';
import type { Action } from './action-data.ts';
import { isWaiting } from './is-waiting.ts';

/**
 * The day of an action and how far away it is. Shown as late when the action has waited for a person since an earlier
 * day.
 */
export function ActionDay({ action, isStacked }: { action: Pick<Action, 'due_on' | 'status'>; isStacked?: true }) {
  const { day, fromToday, lateness, todayOn } = useFormats();
  const late = isWaiting(action) ? lateness(daysBetween(action.due_on, todayOn)) : null;
  return (
    <Text span className="figures" {...(isStacked ? { display: 'block', lh: '15px' } : {})}>
      {day(action.due_on)}{' '}
      <Text
        span
        {...(isStacked ? { display: 'block', fz: 11, lh: '15px' } : {})}
        {...(late ? { fw: 600 } : { c: 'dimmed' })}
      >
        {late ?? fromToday(action.due_on)}
      </Text>
    </Text>
  );
}
