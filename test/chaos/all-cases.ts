import { apiKilled } from './cases/api-killed.ts';
import { factsShuffled } from './cases/facts-shuffled.ts';
import { gathered } from './cases/gathered.ts';
import { paymentRacesSending } from './cases/payment-races-sending.ts';
import { postgresAway } from './cases/postgres-away.ts';
import { providerFaults } from './cases/provider-faults.ts';
import { temporalRestarted } from './cases/temporal-restarted.ts';
import { workerKilled } from './cases/worker-killed.ts';
import { workerKilledAtPoints } from './cases/worker-killed-at-points.ts';
import type { ChaosCase } from './chaos-case.ts';

export const ALL_CASES: readonly ChaosCase[] = [
  workerKilledAtPoints,
  gathered,
  paymentRacesSending,
  providerFaults,
  apiKilled,
  factsShuffled,
  postgresAway,
  temporalRestarted,
  workerKilled,
];
