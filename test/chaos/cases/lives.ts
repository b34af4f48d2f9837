import { setTimeout as pause } from 'node:timers/promises';
import type { Said } from '../../e2e/business.ts';
import { eventually } from '../../eventually.ts';
import { plus } from '../../e2e/french-days.ts';
import type { Owed, World } from '../world.ts';

/** Days after which every case issued one to fourteen days ago has had R1 and R2, and its R3 waits for confirmation. */
const R2_DONE_DAYS = 36;
const R3_WAITS_DAYS = 55;
const LATEST_R3_DAYS = R3_WAITS_DAYS + 30;

/** Cases of every age, so that their reminders fall on many days. */
export const everyAge = (index: number): number => 1 + (index % 14);

/** Takes these cases through R1 and R2, and through R3 where a person confirms it; throws when the clock cannot go on. */
export async function liveLadders(world: World, all: readonly Owed[], untilR3: boolean): Promise<void> {
  const day0 = await world.today();
  await arrive(world, plus(day0, R2_DONE_DAYS));
  if (!untilR3) return;
  await arriveWhereAllWait(world, all, day0);
  await Promise.all(all.filter(({ stop }) => !stop).map((owed) => confirm(world, owed)));
}

/** A dead worker delays its messages and everything that follows them: the clock moves on for as long as a case is behind. */
async function arriveWhereAllWait(world: World, all: readonly Owed[], day0: string): Promise<void> {
  for (let days = R3_WAITS_DAYS; days <= LATEST_R3_DAYS; days += 5) {
    await arrive(world, plus(day0, days));
    const waits = await Promise.all(
      all.map(async (owed) => Boolean(owed.stop) || (await waitingAction(world, owed).catch(() => null)) !== null),
    );
    if (waits.every(Boolean)) return;
  }
}

/** Moves the clock to that day in spite of failures; throws when it does not get there. */
export async function arrive(world: World, on: string): Promise<void> {
  if (!(await world.arriveAt(on, world.sized(600_000, 150_000)))) throw new Error(`the clock does not get to ${on}`);
}

/**
 * Confirms the step that waits for a person, with one key, until there is a verdict. A step whose answer was lost no longer waits, but is
 * confirmed again with the same key. A case that was stopped in the meantime has no verdict. "No answer within the minute" is a verdict
 * too: the person decides again.
 */
async function confirm(world: World, owed: Owed): Promise<void> {
  const { business } = world;
  let decision = 1;
  let action: { id: string } | null = null;
  for (const until = Date.now() + 600_000; Date.now() < until; await pause(250)) {
    action ??= await waitingAction(world, owed).catch(() => null);
    if (owed.stop) return;
    if (!action) continue;
    const { status, body } = await business
      .ask('POST', `/actions/${action.id}/confirm`, {}, { 'Idempotency-Key': `confirm-${decision}-${owed.file.id}` })
      .catch((): { status: number; body: Said } => ({ status: 0, body: null }));
    if (status < 300 && status >= 200) {
      owed.confirmed = 1;
      world.count('steps confirmed');
      return;
    }
    if (status === 409) world.say(`confirming ${owed.file.number}: ${JSON.stringify(body)}`);
    if (body?.code !== 'too_late') continue;
    decision += 1;
    action = null;
  }
  throw new Error(`${owed.file.number} could not be confirmed`);
}

async function waitingAction({ business }: World, { file }: Owed): Promise<{ id: string } | null> {
  const { data } = await business.do('GET', `/actions?invoice_id=${file.id}&status=to_confirm`);
  return data[0] ?? null;
}

/** Runs `disturb` while the work goes on, at most so many times; then the work is left in peace. */
export async function whileDisturbed(
  work: () => Promise<void>,
  disturb: () => Promise<void>,
  times: number,
): Promise<void> {
  let isDone = false;
  const working = work().finally(() => (isDone = true));
  // Keeps a failure of `work` from being an unhandled rejection until it is awaited below.
  working.catch(() => undefined);
  for (let left = times; left > 0 && !isDone; left -= 1) await disturb();
  await working;
}

/** Waits until `check` is true; throws its name when that does not happen. */
export async function until(what: string, isTrue: () => Promise<boolean>, patienceMs = 90_000): Promise<void> {
  const isSo = eventually(() => isTrue().catch(() => false), Boolean, patienceMs);
  await isSo.catch(() => {
    throw new Error(`never: ${what}`);
  });
}
