import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { LocalStack } from '../../scripts/stack.ts';
import { startBuiltStack } from '../stack/built-stack.ts';
import { suffererOf } from './outage.ts';
import { apiKilledOnTheWay, apiKilledWithPayments } from './api-killed.ts';
import { workerKilled } from './worker-killed.ts';

// `npm run test:crashes`: the activity of a killed worker is retried only when its minute is over, so this takes minutes.
let dataDir: string;
let stack: LocalStack;
const sufferer = () => suffererOf(stack);

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'relance-crashes-'));
  stack = await startBuiltStack({ dataDir, ports: 'auto', demoData: 'none' });
  await sufferer().business.advance(1);
});
afterAll(async () => {
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('what is killed with -9', { timeout: 400_000 }, () => {
  apiKilledWithPayments(sufferer);
  apiKilledOnTheWay(sufferer);
  workerKilled(sufferer, 20261122);
});
