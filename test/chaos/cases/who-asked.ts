import type { CaseFile } from '../../e2e/case-file.ts';
import type { World } from '../world.ts';
import { historyOf } from './old-signals.ts';

/** The names that Temporal has of the workers that asked for a step of this case to be sent. */
export async function askedBy(world: World, file: CaseFile): Promise<string[]> {
  const events = await historyOf(world, file);
  const asked = new Set(
    events
      .filter(({ activityTaskScheduledEventAttributes: task }) => task?.activityType?.name === 'sendStep')
      .map(({ eventId }) => String(eventId)),
  );
  return events.flatMap(({ activityTaskStartedEventAttributes: started }) =>
    started?.identity && asked.has(String(started.scheduledEventId)) ? [started.identity] : [],
  );
}
