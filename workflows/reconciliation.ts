import { ActivityFailure, log, patched } from '@temporalio/workflow';
import { patient, questionsSoon, soon } from './activity-options.ts';
import type { ReconciliationInput } from './messages.ts';

/**
 * Tells workflows what they were not told, starts the workflow of every open invoice that has none, and of every
 * message or import that waits for its own. Wakes messages that wait for a sending line that has opened, asks providers
 * what became of letters and SMS, and raises the alarms before claims are time-barred. Runs by a Schedule, and after a
 * change of settings.
 */
export async function reconciliation(input: ReconciliationInput): Promise<{ told: number }> {
  const at = await patient.productNow();
  const told = await tellUntold(input, at, patched('told-in-turns') ? MOST_PAGES : Infinity);
  await patient.startWaitingMessages({ ...input, at });
  if (patched('sending-lines')) await patient.tendSendingLines({ ...input, at });
  if (patched('follow-sent')) await followSent(input, at);
  await patient.startWaitingImports({ ...input, at });
  if (patched('limitation-alarms')) await raiseLimitationAlarms(input, at);
  return { told };
}

/** The most pages of one run: the next minute's run goes on, and other work does not wait for all of them. */
const MOST_PAGES = 50;

async function tellUntold(input: ReconciliationInput, at: string, mostPages: number): Promise<number> {
  let told = 0;
  let after: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: { told: number; last: string | null } = await patient.tellUntold({ ...input, at, after });
    told += page.told;
    after = page.last;
    if (after === null) break;
  }
  return told;
}

async function followSent(input: ReconciliationInput, at: string): Promise<void> {
  try {
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { more } = await questionsSoon.followSent({ ...input, at });
      if (!more) return;
    }
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('Providers could not be asked about letters and SMS, the next minute goes on');
  }
}

async function raiseLimitationAlarms(input: ReconciliationInput, at: string): Promise<void> {
  try {
    await soon.raiseLimitationAlarms({ ...input, at });
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('Limitation alarms could not be raised, the next minute tries again');
  }
}
