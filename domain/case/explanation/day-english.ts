import { ENGLISH } from './english.ts';
import type { DayWords } from './day-words.ts';
import type { NextInWords } from './words.ts';

const HOLDS = {
  litigation: 'the invoice was in litigation',
  dispute: 'the customer disputed the invoice',
  promise: 'a payment was promised',
  pause: 'the invoice’s reminders were paused',
  customer_pause: 'the customer’s reminders were paused',
  specific_action: 'a specific action was under way',
};

const CLOSED = {
  paid: 'the invoice had been settled on',
  cancelled: 'the case had been cancelled on',
  written_off: 'the debt had been written off on',
};

const NOT_WORKING = { saturday: 'it was a Saturday', sunday: 'it was a Sunday', holiday: 'it was a public holiday' };

function toDo({ kind, mode }: NextInWords): string {
  if (kind === 'call') return 'had been waiting to be made';
  if (kind === 'task') return 'had been waiting to be done';
  return mode === 'manual' ? 'had been waiting to be sent by hand' : 'had been waiting to be confirmed';
}

/** The English words of `explainDay`. */
export const DAY_IN_ENGLISH: DayWords = {
  onDay: (day) => `On ${day}`,
  left: (what, clock) => `${what ? ENGLISH.subject(what) : 'a message'} left at ${clock}`,
  nothingLeft: 'nothing left',
  notRecorded: 'the invoice was not recorded yet',
  notWorking: (because) => NOT_WORKING[because],
  hold: (kind, untilDay) => {
    if (untilDay === null) return HOLDS[kind];
    return kind === 'promise' ? `${HOLDS[kind]} for ${untilDay}` : `${HOLDS[kind]} until the end of ${untilDay}`;
  },
  closed: (as, day) => `${CLOSED[as]} ${day}`,
  attention: (text) => `the case waited for a person to decide: ${text}`,
  exhausted: 'every step of the scenario had taken place',
  notPlanned: 'nothing was planned yet',
  plannedFor: (next, day, why) => `${ENGLISH.subject(next)} was planned for ${day}${why}`,
  waited: (next, day) => `${ENGLISH.subject(next)} ${toDo(next)} since ${day}`,
  confirm: (why) => ENGLISH.reason({ code: 'confirm', why }, (on) => on),
  wasBeingSent: (next) => `${ENGLISH.subject(next)} was being sent`,
  didNotLeave: (next, clock) =>
    `${ENGLISH.subject(next)} should have left at ${clock} and could not be sent that day (service interrupted, or sending impossible)`,
  moved: (next, day, why) => `${ENGLISH.subject(next)}, planned for that day, was put off to ${day}${why}`,
  cancelled: (what, why, causes) => {
    const name = what ? ENGLISH.subject(what) : 'a message';
    return `${name} was held back before it left: ${why}${causes ? ` (${causes})` : ''}`;
  },
  willLeave: (next, clock) =>
    next.mode === 'automatic'
      ? `${ENGLISH.subject(next)} will leave at ${clock}`
      : `${ENGLISH.subject(next)} will wait for a person from ${clock}`,
  nothingPlanned: 'nothing is planned',
  colon: ': ',
};
