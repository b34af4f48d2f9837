import { addDays, type Today, workingDayAhead, workingDayBack } from './days.ts';
import type { Chance } from './random.ts';
import type { Story } from './stories.ts';

/**
 * Where an invoice stands on its ladder: the level reached, and the day of its next turn, or of its last level (of its
 * anchor at level 0).
 */
export type Standing = { reached: 0 | 1 | 2 | 3 } & ({ turnOn: string } | { lastOn: string });

/** How many automatic mails fall due on each of five working days in turn: a handful each morning. */
const MAILS_A_DAY = [5, 4, 4, 5, 4];
const COMING_NOTICES = [1, 3, 5, 7, 9, 10];
/** A level reached today or before has its next turn at most this many days ahead. */
const LADDER_STEP_DAYS = 15;

type Reached = Standing['reached'];
const cycle = (levels: readonly Reached[], index: number): Reached => levels[index % levels.length] ?? 0;

/** Stories to come are placed by the day of their next turn, stopped ones by the day of their last level. */
export function standingOf({ kind, index }: Story, today: Today, chance: Chance): Standing {
  const ago = (from: number, to: number) => ({ lastOn: addDays(today.on, -chance.int(from, to)) });
  switch (kind) {
    case 'paid':
      return { reached: cycle([0, 1, 0, 2, 1, 3], index), ...ago(22, 130) };
    case 'cancelled':
      return { reached: cycle([0, 0, 1], index), ...ago(10, 60) };
    case 'written_off':
      return { reached: cycle([3, 2], index), ...ago(60, 150) };
    case 'litigation':
      return { reached: cycle([3, 2, 3, 1], index), ...ago(20, 60) };
    case 'dispute':
      return { reached: cycle([1, 0, 2], index), ...ago(8, 20) };
    case 'promise':
      return { reached: cycle([1, 2, 1, 0], index), ...ago(5, 12) };
    case 'pause':
      return { reached: cycle([1, 0, 2], index), ...ago(8, 25) };
    case 'customer_pause':
      return { reached: cycle([1, 0, 2], index), ...ago(12, 28) };
    case 'bounced':
      return { reached: 1, lastOn: workingDayBack(today, 2 + index * 2) };
    case 'no_recipient':
      return { reached: cycle([0, 0, 1], index), turnOn: workingDayBack(today, 1 + index) };
    case 'exhausted':
      return { reached: 3, ...ago(2, 45) };
    case 'notice':
      return { reached: 2, turnOn: workingDayBack(today, Math.max(0, index - 4)) };
    case 'released':
      return { reached: 1, ...ago(20, 28) };
    case 'covered':
      return { reached: 1, turnOn: workingDayBack(today, 1) };
    case 'due_by_hand':
      return { reached: cycle([0, 0, 1, 1, 2], index), turnOn: workingDayBack(today, index % 12) };
    case 'coming':
      return comingAt(today, morningOf(index), cycle([0, 1, 1, 0, 1], index));
    case 'coming_notice':
      return comingAt(today, COMING_NOTICES[index] ?? 1, 2);
    case 'coming_by_hand':
      return comingAt(today, index + 1, cycle([0, 1, 2], index));
    case 'far':
      return { reached: 0, lastOn: addDays(today.on, 3 + index * 4) };
  }
}

/** The working day ahead on which the n-th automatic mail falls due. */
function morningOf(index: number): number {
  let left = index;
  for (let day = 0; ; day += 1) {
    const mails = MAILS_A_DAY[day % MAILS_A_DAY.length] ?? 1;
    if (left < mails) return day + 1;
    left -= mails;
  }
}

function comingAt(today: Today, workingDays: number, reached: Reached): Standing {
  const turnOn = workingDayAhead(today, workingDays);
  return { turnOn, reached: turnOn < addDays(today.on, LADDER_STEP_DAYS) ? reached : 0 };
}

/** True when only a later due date can put the turn so far ahead. */
export function needsDueDate(standing: Standing, today: Today): boolean {
  return 'turnOn' in standing && standing.turnOn > addDays(today.on, LADDER_STEP_DAYS);
}
