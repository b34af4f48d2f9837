import { Text } from '@mantine/core';
import { daysBetween } from '../words/days.ts';
import { useFormats } from '../words/formats.ts';
import { type Action, isWaiting } from './action-data.ts';

/** The day of an action with how far it is; late when a person was waited for on an earlier day. */
export function ActionDay({ action }: { action: Pick<Action, 'due_on' | 'status'> }) {
  const { day, fromToday, lateness, todayOn } = useFormats();
  const late = isWaiting(action) ? lateness(daysBetween(action.due_on, todayOn)) : null;
  return (
    <Text span className="figures">
      {day(action.due_on)}{' '}
      <Text span {...(late ? { fw: 600 } : { c: 'dimmed' })}>
        {late ?? fromToday(action.due_on)}
      </Text>
    </Text>
  );
}
