import type { LocalDate } from '../calendar/local-date.ts';

/** A promise in force. `settledAtStartCents`: what was paid before it was made, or counts for an earlier promise. */
export interface StandingPromise {
  id: string;
  amountCents: number;
  promisedOn: LocalDate;
  settledAtStartCents: number;
}

export type PromiseState = 'kept' | 'kept_in_part' | 'not_kept';

/** Whether the money of a promise has come; `settledCents` is all that was paid on the invoice so far. */
export function promiseState(
  promise: Pick<StandingPromise, 'amountCents' | 'settledAtStartCents'>,
  settledCents: number,
): { state: PromiseState; comeCents: number } {
  const comeCents = Math.min(promise.amountCents, Math.max(0, settledCents - promise.settledAtStartCents));
  if (comeCents >= promise.amountCents) return { state: 'kept', comeCents };
  return { state: comeCents > 0 ? 'kept_in_part' : 'not_kept', comeCents };
}

/**
 * Shares what has been paid among the promises in force, the earliest day first: money counts for one instalment only.
 * A shortfall within the tolerance is ignored once some of the promised money has come. Returns the promises that are
 * kept now, and the others with their new `settledAtStartCents`.
 */
export function settlePromises(
  promises: readonly StandingPromise[],
  settledCents: number,
  toleranceCents: number,
): { keptIds: string[]; standing: StandingPromise[] } {
  const keptIds: string[] = [];
  const standing: StandingPromise[] = [];
  let keptUpTo = 0;
  let spokenFor = 0;
  for (const promise of [...promises].sort(byDay)) {
    const fromCents = Math.max(promise.settledAtStartCents, spokenFor);
    // Money that an earlier promise still waits for does not count for this one; it becomes free again if that promise
    // is withdrawn.
    spokenFor = fromCents + promise.amountCents;
    if (settledCents >= spokenFor || (settledCents > fromCents && settledCents + toleranceCents >= spokenFor)) {
      keptIds.push(promise.id);
      spokenFor = Math.min(spokenFor, settledCents);
      keptUpTo = spokenFor;
    } else {
      standing.push({ ...promise, settledAtStartCents: Math.max(promise.settledAtStartCents, keptUpTo) });
    }
  }
  return { keptIds, standing };
}

/** What is still missing of each promise in force, by its id: the earliest day first, each cent counted once. */
export function missingCents(promises: readonly StandingPromise[], settledCents: number): Map<string, number> {
  let spokenFor = 0;
  const missing = [...promises].sort(byDay).map(({ id, amountCents, settledAtStartCents }) => {
    const fromCents = Math.max(settledAtStartCents, spokenFor);
    spokenFor = fromCents + amountCents;
    const { comeCents } = promiseState({ amountCents, settledAtStartCents: fromCents }, settledCents);
    return [id, amountCents - comeCents] as const;
  });
  return new Map(missing);
}

/**
 * The paid amount (cents) from which on money counts for a promise that is put back in force: everything since it was
 * made counts for it, except what promises kept since its withdrawal have used. `kept`: in the order in which they were
 * kept.
 */
export function startAgainCents(
  ownStartCents: number,
  kept: readonly { amountCents: number; settledAtStartCents: number }[],
  settledCents: number,
): number {
  let spokenFor = 0;
  let startCents = ownStartCents;
  for (const { amountCents, settledAtStartCents } of kept) {
    const fromCents = Math.max(settledAtStartCents, spokenFor);
    spokenFor = Math.min(fromCents + amountCents, settledCents);
    startCents += Math.max(0, spokenFor - Math.max(fromCents, ownStartCents));
  }
  return startCents;
}

/** A kept promise, with the amounts received after it was made and not taken back since, the earliest first. */
export interface KeptPromise {
  id: string;
  amountCents: number;
  promisedOn: LocalDate;
  come: readonly { id: string; amountCents: number }[];
}

/**
 * Ids of the promises that are no longer kept after money was taken back: what came after each was made is shared among
 * them, the earliest day first, each cent counted once. A shortfall within the tolerance is ignored.
 */
export function noMoreKept(kept: readonly KeptPromise[], toleranceCents: number): string[] {
  const spent = new Map<string, number>();
  return [...kept].sort(byDay).flatMap(({ id, amountCents, come }) => {
    let missing = amountCents;
    for (const money of come) {
      const taken = Math.min(missing, money.amountCents - (spent.get(money.id) ?? 0));
      spent.set(money.id, (spent.get(money.id) ?? 0) + taken);
      missing -= taken;
    }
    return missing > toleranceCents ? [id] : [];
  });
}

function byDay(a: Pick<StandingPromise, 'promisedOn'>, b: Pick<StandingPromise, 'promisedOn'>): number {
  return a.promisedOn < b.promisedOn ? -1 : a.promisedOn > b.promisedOn ? 1 : 0;
}
