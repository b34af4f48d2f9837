import { isElectronicLetter } from '../../messages/connectors.ts';
import { listed } from './sentence-parts.ts';
import type { ExplanationWords, NextInWords, StopRule } from './words.ts';
import type { HoldKind } from '../state.ts';
import type { Reason } from '../../ladder/plan.ts';
import type { StepAnchor } from '../../ladder/step.ts';

const days = (count: number): string => `${count}\u00a0day${count === 1 ? '' : 's'}`;

const LETTERS = {
  simple: 'letter',
  registered: 'registered letter',
  lre_qualified: 'qualified electronic registered letter',
  ere_simple: 'electronic registered delivery',
};

const CONFIRM = {
  litigation: 'it is the first reminder after litigation',
  dispute_rejected: 'it is the first reminder after a rejected dispute',
  reversal: 'it is the first reminder after a reversed payment',
  allocation_reversed: 'it is the first reminder since money was taken off it again',
  long_hold: 'it is the first reminder after more than 30\u00a0days on hold',
  going_live: 'it is the first reminder since going live',
  restored: 'the database was restored from a backup, and a reminder may have left or a payment come since',
  no_provider: 'no provider sends it',
  credit_cover: 'unallocated money of the customer covers the claim',
};

const NOT_WORKING = { saturday: 'a Saturday', sunday: 'a Sunday', holiday: 'a public holiday' };

const HOLDS = {
  litigation: 'the invoice is in litigation',
  dispute: 'the customer disputes the invoice',
  promise: 'a payment is promised',
  pause: 'the invoice’s reminders are paused',
  customer_pause: 'the customer’s reminders are paused',
  specific_action: 'a specific action is under way',
};

const STOP: Record<StopRule, string> = {
  litigation: 'litigation stops every reminder until a person ends it',
  dispute: 'a dispute stops the reminders until it is resolved',
  promise: 'a promise stops the reminders until its day, the days of grace included',
  pause: 'a pause of the invoice stops its reminders until its last day, or until a person lifts it',
  customer_pause: 'a pause of the customer stops all of their reminders until its last day, or until a person lifts it',
  specific_action: 'a specific action takes the place of the scenario until it is done or withdrawn',
  closed: 'no reminders are sent once a case is closed',
  attention: 'what could not leave, or came back, stops the reminders until a person decides',
  exhausted: 'after the last step of the scenario a person decides',
};

const CLOSED = {
  paid: 'The invoice was settled on',
  cancelled: 'The case was cancelled on',
  written_off: 'The debt was written off on',
};

function subject({ level, kind, letterKind }: NextInWords): string {
  const name = level === 0 ? 'preventive' : `R${level}`;
  if (kind === 'call' || kind === 'task') return `The ${name} ${kind}`;
  const how = kind === 'letter' ? LETTERS[letterKind ?? 'simple'] : kind === 'sms' ? 'SMS' : null;
  const start = level === 0 ? 'The preventive reminder' : name;
  return how ? `${start} (${how})` : start;
}

/** `to be sent by hand`, `to be made`, `to be done`, `to be confirmed`. */
function toDo({ kind, mode }: NextInWords): string {
  if (kind === 'call') return 'to be made';
  if (kind === 'task') return 'to be done';
  return mode === 'manual' ? 'to be sent by hand' : 'to be confirmed';
}

function willLeave(next: NextInWords, day: string, clock: string): string {
  if (next.mode === 'automatic') return `${subject(next)} will leave on ${day} at ${clock}`;
  return `${subject(next)} is ${toDo(next)} from ${day} at ${clock}`;
}

function anchorName(anchor: StepAnchor, previousLevel: number | null): string {
  if (anchor === 'issued_on') return 'the invoice date';
  if (anchor === 'due_on') return 'the due date';
  if (previousLevel === null) return 'the previous step';
  return previousLevel === 0 ? 'the preventive reminder' : `R${previousLevel}`;
}

function fromAnchor(delayDays: number, name: string): string {
  if (delayDays === 0) return `on the day of ${name}`;
  return delayDays > 0 ? `${days(delayDays)} after ${name}` : `${days(-delayDays)} before ${name}`;
}

function reason(of: Reason, day: (on: string) => string): string {
  switch (of.code) {
    case 'anchor':
      return `${fromAnchor(of.delayDays, anchorName(of.anchor, of.previousLevel))} (${day(of.anchorOn)})`;
    case 'not_before_issue':
      return `but not before the invoice date (${day(of.issuedOn)})`;
    case 'not_before_due':
      return `but not before the day after the due date (${day(of.dueOn)})`;
    case 'spacing':
      return `but at least ${days(of.days)} after the last action (${day(of.lastOn)})`;
    case 'postponed':
      return `but a person postponed it to ${day(of.untilOn)}`;
    case 'not_working':
      return `${day(of.on)} being ${NOT_WORKING[of.because]}`;
    case 'late':
      return `its day (${day(of.turnOn)}) being past, this is the first send hour of a working day`;
    case 'hold_ends':
      return holdEnds(of.hold, of.untilOn && day(of.untilOn));
    case 'held':
      return HOLDS[of.hold];
    case 'cap':
      return `the customer receives no more than ${of.count}\u00a0message${of.count === 1 ? '' : 's'} in ${days(of.days)}`;
    case 'one_a_day':
      return `the customer’s account receives one message a day, and ${day(of.on)} has its own`;
    case 'waiting':
      return 'its hour has come and it waits';
    case 'confirm':
      return CONFIRM[of.why];
  }
}

function reasonAlone(of: Reason, day: (on: string) => string): string {
  switch (of.code) {
    case 'anchor':
      return `the scenario has this step ${reason(of, day)}`;
    case 'not_before_issue':
      return `nothing leaves before the invoice date (${day(of.issuedOn)})`;
    case 'not_before_due':
      return `nothing leaves before the day after the due date (${day(of.dueOn)})`;
    case 'spacing':
      return `at least ${days(of.days)} must pass after the last action (${day(of.lastOn)})`;
    case 'postponed':
      return `a person postponed it to ${day(of.untilOn)}`;
    case 'not_working':
      return `${day(of.on)} is ${NOT_WORKING[of.because]}`;
    case 'late':
      return `its day (${day(of.turnOn)}) is past: it leaves at the first send hour of a working day`;
    default:
      return reason(of, day);
  }
}

/** A promise is broken on the morning after its days of grace, not on the morning after its day. */
function holdEnds(hold: HoldKind, until: string | null): string {
  const when = until ? ` (${until})` : '';
  return hold === 'promise'
    ? `it waits for the payment promised${when}, with its days of grace`
    : `it waits for the end of what stops it${when}`;
}

/** The English words of `explain`. */
export const ENGLISH: ExplanationWords = {
  subject,
  willLeave,
  waitsSince: (next, day) => `${subject(next)} has been waiting ${toDo(next)} since ${day}`,
  leavesNow: (next) => `${subject(next)} is leaving now`,
  isLeaving: (next) => `${subject(next)} is being sent`,
  isStopped: (next, day, clock) =>
    `${subject(next)} is ready, but has not left: all sending of the company has been stopped since ${day} at ${clock}`,
  isToPost: ({ level, letterKind }, day) =>
    `The ${level === 0 ? 'preventive' : `R${level}`} letter made on ${day} is to be ${isElectronicLetter(letterKind) ? 'sent' : 'posted'}`,
  reason,
  reasonAlone,
  confirm: (why) => `A person has to confirm it: ${why}.`,
  hold: (kind, untilDay) => {
    if (untilDay === null) return HOLDS[kind];
    return kind === 'promise' ? `${HOLDS[kind]} for ${untilDay}` : `${HOLDS[kind]} until the end of ${untilDay}`;
  },
  held: (holds) => `Nothing leaves: ${listed(holds, 'and')}.`,
  heldFor: (holds, next) => `Nothing leaves for now: ${listed(holds, 'and')}. After that, ${next}`,
  closed: (as, day) => `${CLOSED[as]} ${day}: nothing more will leave.`,
  attention: (text) => `Nothing leaves until a person has decided: ${text}.`,
  exhausted:
    'Every step of the scenario has taken place: a person decides what comes next (litigation, instalments or write-off).',
  notPlanned: 'Nothing is planned yet.',
  rule: (anchor, delayDays) =>
    `${fromAnchor(delayDays, anchorName(anchor, null))}, on the first working day, at the send hour`,
  stop: STOP,
  creditNote: 'No reminders are sent for a credit note: it is taken off what the customer owes.',
  colon: ': ',
};
