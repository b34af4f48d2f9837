import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKilled } from './cases/api-killed.ts';
import { factsShuffled } from './cases/facts-shuffled.ts';
import { paymentRacesSending } from './cases/payment-races-sending.ts';
import { workerKilledAtPoints } from './cases/worker-killed-at-points.ts';
import { commandOf, describe as describeResult, isGreen } from './report.ts';
import { runCase } from './run-case.ts';
import { type ChaosStack, startChaosStack } from './stack/chaos-stack.ts';

// The short part of `npm run chaos`, which takes hours: the cases that need less than a minute of real time.
const CHANCE = { seed: 20_261_122, size: 'small' } as const;

let stack: ChaosStack;
beforeAll(async () => {
  stack = await startChaosStack();
});
afterAll(() => stack?.end());

describe('chaos, a short selection', { timeout: 400_000 }, () => {
  it.each([paymentRacesSending, apiKilled, factsShuffled, workerKilledAtPoints])('$name: $what', async (chaos) => {
    const result = await runCase(chaos, stack, CHANCE);
    const said = describeResult(chaos.name, CHANCE, result);
    expect(isGreen(result), said).toBe(true);
    expect(result.verdict.accepted, `${said}\n  Repeat: ${commandOf(chaos.name, CHANCE)}`).toBeGreaterThan(0);
  });
});
