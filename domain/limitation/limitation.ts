import { addDays, addYears, type LocalDate } from '../calendar/local-date.ts';
import type { DebtorKind } from '../reminder-content.ts';

/**
 * What restarts the period (C. civ. 2240; law of 31 December 1968, art. 2): the debtor paid a part, or promised to pay.
 */
export interface Acknowledgement {
  kind: 'payment' | 'promise';
  on: LocalDate;
  /** For a promise: it is in writing, so that it can be proved. */
  isWritten?: true;
  /**
   * For a payment: it was set against this claim afterwards, or is another customer's, so that it may acknowledge
   * another debt.
   */
  isArguable?: true;
}

/** What the limitation of a claim depends on. */
export interface Claim {
  debtor: DebtorKind;
  issuedOn: LocalDate;
  dueOn: LocalDate | null;
  /** In any order. Leave out acknowledgements that were withdrawn or reversed, and promises known to be oral only. */
  acknowledgements: readonly Acknowledgement[];
}

/** The limitation period when it is counted from one of the two possible first days. */
export interface LimitationPeriod {
  countedFrom: 'issued_on' | 'due_on';
  /** The first day of counting, or the day of the last acknowledgement since. */
  startsOn: LocalDate;
  restartedBy: Acknowledgement | null;
  /** The last day: a court claim on this day is in time, and on the next day too late (C. civ. 2229). */
  endsOn: LocalDate;
}

/** The limitation of a claim. The courts do not agree on the first day, so act before the earliest end. */
export interface Limitation {
  debtor: DebtorKind;
  years: number;
  earliest: LimitationPeriod;
  /** The period counted from the other day; null when there is no other day, or it ends on the same day. */
  later: LimitationPeriod | null;
  /**
   * The earliest end when doubtful acknowledgements do not count: a promise without a recorded form is not in writing,
   * and an arguable payment acknowledges nothing. Null when it ends on the same day.
   */
  ifOral: LimitationPeriod | null;
  /** The kinds of acknowledgement that `ifOral` leaves out; empty when `ifOral` is null. */
  inDoubt: readonly Acknowledgement['kind'][];
}

/**
 * Consumers: C. conso. L218-2. Professionals: C. com. L110-4, C. civ. 2224. Public bodies: law no. 68-1250 of 31 December 1968,
 * art. 1 ("déchéance quadriennale").
 */
const YEARS: Record<DebtorKind, number> = { consumer: 2, professional: 5, public: 4 };

/** How many days before the end a person is asked to act: time for an order to pay or a written acknowledgement. */
const ALARM_DAYS = 90;

/**
 * When a claim is time-barred, counted from the invoice's date and from its due date. The courts do not agree: Civ. 1re,
 * 19 May 2021, no. 20-12.520 and Civ. 3e, 1 March 2023, no. 21-23.176 count from the completion of the service, which is not
 * known here and may be before the invoice.
 *
 * - The period ends on the same calendar day, so many years later (C. civ. 2228, 2229). For a public body it ends with the
 *   fourth year after the year in which the claim arose or was acknowledged.
 * - Each acknowledgement restarts the period. Before its first day nothing runs yet, and after its last day nothing is left
 *   to restart: paying a time-barred claim is no renunciation (C. civ. 2249, 2251). An oral promise proves nothing. Whether
 *   money acknowledges this very claim is arguable when the creditor chose the claim for it, or when another customer paid:
 *   then both ends are kept.
 * - A formal notice does not restart the period, nor does handing a case to litigation. A claim in court (C. civ. 2241) or an
 *   enforcement (2244) would, and so would any written request for payment to a public body (law of 1968, art. 2). Nothing
 *   here records that one was served, so for that reason the true end may be later than this, never earlier.
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

/** The periods counted from each of the two days, the earlier end first. */
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

/** Whether the debtor could already invoke that the claim is time-barred; nobody else may (C. civ. 2247). */
export const isOver = ({ earliest }: Limitation, todayOn: LocalDate): boolean => todayOn > earliest.endsOn;

/** Why and when a person is asked to act before a claim is time-barred; both days included. */
export interface Alarm {
  /** The alarm is for the earlier end, which applies unless the doubtful acknowledgements count. */
  ifOral: boolean;
  endsOn: LocalDate;
  fromOn: LocalDate;
  /** After this day the claim is time-barred however it is counted. */
  untilOn: LocalDate;
}

/**
 * The alarms of a claim, in order: the one for the end without doubtful acknowledgements (if that is earlier), then the
 * one for the earliest end.
 */
export function alarmsOf({ earliest, later, ifOral }: Limitation): [Alarm, ...Alarm[]] {
  const fromOn = (endsOn: LocalDate) => addDays(endsOn, -ALARM_DAYS);
  const { endsOn } = earliest;
  const alarm: Alarm = { ifOral: false, endsOn, fromOn: fromOn(endsOn), untilOn: (later ?? earliest).endsOn };
  if (!ifOral) return [alarm];
  return [{ ifOral: true, endsOn: ifOral.endsOn, fromOn: fromOn(ifOral.endsOn), untilOn: ifOral.endsOn }, alarm];
}

/**
 * For queries over many claims: a claim against such a debtor that is counted from a later day than this has no alarm
 * on `todayOn`.
 */
export const latestAlarming = (debtor: DebtorKind, todayOn: LocalDate): LocalDate =>
  // One day more: periods counted from 28 and from 29 February end on the same day.
  addDays(addYears(addDays(todayOn, ALARM_DAYS), -YEARS[debtor]), 1);
