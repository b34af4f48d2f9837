import { localDate } from '../../domain/calendar/local-time.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';
import { invalidField } from '../frame/problem.ts';
import { momentOf } from './find-action.ts';

/** Throws a 422 about `until_on` (`YYYY-MM-DD`) unless that day is after today in the creditor's time zone. */
export function requireLaterDay(request: EndpointRequest, untilOn: string): void {
  const { at, timeZone } = momentOf(request);
  const todayOn = localDate(at.toISOString(), timeZone);
  if (untilOn <= todayOn) {
    throw invalidField('in_the_past', '/until_on', `Today is ${todayOn}.`, 'Give a later day.');
  }
}
