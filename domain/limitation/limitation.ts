import { addDays, addYears, type LocalDate } from '../calendar/local-date.ts';
import type { DebtorKind } from '../reminder-content.ts';

/** What starts the period anew (C. civ. 2240; law of 31 December 1968, art. 2): the debtor paid a part, or promised to pay. */
export interface Acknowledgement {
  kind: 'payment' | 'promise';
  on: LocalDate;
  /** Of a promise: it is in writing, so that it can be proved. */
  isWritten?: true;
  /** Of a payment: it was set against this claim afterwards, or is another customer's, so that it may acknowledge another debt. */
  isArguable?: true;
}

/** What the limitation of a claim depends on. */
export interface Claim {
  debtor: DebtorKind;
  issuedOn: LocalDate;
  dueOn: LocalDate | null;
  /** In any order. What was taken back or reversed is no longer one, nor is a promise that is known to have been spoken only. */
  acknowledgements: readonly Acknowledgement[];
}

/** The limitation period as it runs when it is counted from one of the days that are argued for. */
export interface LimitationPeriod {
  countedFrom: 'issued_on' | 'due_on';
  /** The day it was first counted from, or that of the last acknowledgement since. */
  startsOn: LocalDate;
  restartedBy: Acknowledgement | null;
  /** The last day: a claim in court on it is in time, and on the next day too late (C. civ. 2229). */
  endsOn: LocalDate;
}

/** The limitation of a claim: the courts do not agree on its first day, so the earliest end is the one to act before. */
export interface Limitation {
  debtor: DebtorKind;
  years: number;
  earliest: LimitationPeriod;
  /** Counted from the other day; null when there is no other, or it ends on the same day. */
  later: LimitationPeriod | null;
  /**
   * The earliest if nothing counts that is in doubt: a promise of which nobody said how it was made is not in writing, an
   * arguable payment acknowledged nothing. Null when it ends on the same day.
   */
  ifOral: LimitationPeriod | null;
  /** What `ifOral` leaves out; empty without it. */
  inDoubt: readonly Acknowledgement['kind'][];
}

/**
 * Consumers: C. conso. L218-2. Professionals: C. com. L110-4, C. civ. 2224. Public bodies: law no. 68-1250 of 31 December 1968,
 * art. 1 ("déchéance quadriennale").
 */
const YEARS: Record<DebtorKind, number> = { consumer: 2, professional: 5, public: 4 };

/** How many days before its end a person is asked to act: time for an order to pay or a written acknowledgement. */
const ALARM_DAYS = 90;

/**
 * When a claim is time-barred, counted from the invoice's date and from its due date. The doctrine is not uniform (Civ. 1re,
 * 19 May 2021, no. 20-12.520 and Civ. 3e, 1 March 2023, no. 21-23.176 count from the completion of the service, which is not known here
 * and may be before the invoice).
 *
 * - The end is that of the same calendar day, so many years later (C. civ. 2228, 2229). Of a public body it is the end of
 *   the fourth year after the one in which the claim arose, or was acknowledged.
 * - An acknowledgement starts it anew, as often as there is one; before its first day nothing runs yet, and after its last
 *   nothing is left to start: to pay what is time-barred is no renunciation (C. civ. 2249, 2251). Whoever has but a promise that
 *   was spoken proves nothing with it. Whether money acknowledges this very claim that its creditor chose for it, or that came from
 *   somebody else, is arguable: both ends are kept.
 * - A formal notice starts nothing anew, nor does handing a case to litigation. A claim in court (C. civ. 2241) or an enforcement
 *   (2244) would, and so would any written request for payment to a public body (law of 1968, art. 2): nothing here records that
 *   one was served, so the end may be later than this, never earlier for that reason.
 */
export function limitation(claim: Claim): Limitation {
  const [earliest, later] = periods(claim);
  const { acknowledgements } = claim;
  const [ifOral] = periods({ ...claim, acknowledgements: acknowledgements.filter(isProved) });
  const isSame = ifOral.endsOn === earliest.endsOn;
  const doubtful = acknowledgements.filter((one) => !isProved(one) && one.on >= ifOral.startsOn);
  return {
    debtor: claim.debtor,
    years: YEARS[claim.debtor],
    earliest,
    later: later.endsOn === earliest.endsOn ? null : later,
    ifOral: isSame ? null : ifOral,
    inDoubt: isSame ? [] : [...new Set(doubtful.map(({ kind }) => kind))],
  };
}

const isProved = ({ kind, isWritten, isArguable }: Acknowledgement): boolean =>
  kind === 'payment' ? !isArguable : isWritten === true;

/** Counted from either day, the earlier end first. */
function periods({ debtor, issuedOn, dueOn, acknowledgements }: Claim): [LimitationPeriod, LimitationPeriod] {
  const inOrder = acknowledgements.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
  const fromIssue = period('issued_on', issuedOn, debtor, inOrder);
  const fromDue = dueOn === null ? fromIssue : period('due_on', dueOn, debtor, inOrder);
  return fromDue.endsOn < fromIssue.endsOn ? [fromDue, fromIssue] : [fromIssue, fromDue];
}

function period(
  countedFrom: LimitationPeriod['countedFrom'],
  firstOn: LocalDate,
  debtor: DebtorKind,
  inOrder: readonly Acknowledgement[],
): LimitationPeriod {
  const first: LimitationPeriod = {
    countedFrom,
    startsOn: firstOn,
    restartedBy: null,
    endsOn: endOf(firstOn, debtor),
  };
  return inOrder.reduce((running, restartedBy) => {
    const { on } = restartedBy;
    if (on < running.startsOn || on > running.endsOn) return running;
    return { ...running, startsOn: on, restartedBy, endsOn: endOf(on, debtor) };
  }, first);
}

function endOf(startsOn: LocalDate, debtor: DebtorKind): LocalDate {
  const on = addYears(startsOn, YEARS[debtor]);
  return debtor === 'public' ? `${on.slice(0, 4)}-12-31` : on;
}

/** Whether the debtor could say by now that the claim is time-barred: nobody else may (C. civ. 2247). */
export const isOver = ({ earliest }: Limitation, todayOn: LocalDate): boolean => todayOn > earliest.endsOn;

/** Why and when a person is asked to act before a claim is time-barred; both days included. */
export interface Alarm {
  /** The claim ends sooner than it seems, unless what is in doubt counts. */
  ifOral: boolean;
  endsOn: LocalDate;
  fromOn: LocalDate;
  /** Later it is over however it is counted. */
  untilOn: LocalDate;
}

/** The alarms of a claim as it stands, the first one first: that which nothing in doubt puts off, and that of the earliest end. */
export function alarmsOf({ earliest, later, ifOral }: Limitation): [Alarm, ...Alarm[]] {
  const fromOn = (endsOn: LocalDate) => addDays(endsOn, -ALARM_DAYS);
  const { endsOn } = earliest;
  const alarm: Alarm = { ifOral: false, endsOn, fromOn: fromOn(endsOn), untilOn: (later ?? earliest).endsOn };
  if (!ifOral) return [alarm];
  return [{ ifOral: true, endsOn: ifOral.endsOn, fromOn: fromOn(ifOral.endsOn), untilOn: ifOral.endsOn }, alarm];
}

/** Counted from a later day than this, no claim against such a debtor alarms on `todayOn`: for whoever looks among many. */
export const latestAlarming = (debtor: DebtorKind, todayOn: LocalDate): LocalDate =>
  // A day more: of 29 February and of the 28th the period ends on the same day.
  addDays(addYears(addDays(todayOn, ALARM_DAYS), -YEARS[debtor]), 1);
