import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalStack } from '../../scripts/stack.ts';
import { startBuiltStack } from '../stack/built-stack.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { daysBetween, plus } from '../e2e/french-days.ts';
import { ladderFrom } from '../e2e/stories/ladder-days.ts';
import { suffererOf, todayOf } from './outage.ts';
import { postgresAway, workerAway } from './processes-away.ts';
import { temporalAway } from './temporal-away.ts';

let dataDir: string;
let stack: LocalStack;
const start = () => startBuiltStack({ dataDir, ports: 'auto', demoData: 'none' });
const sufferer = () => suffererOf(stack);

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'relance-outages-'));
  stack = await start();
  await sufferer().business.advance(1);
});
afterAll(async () => {
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('what the whole withstands', { timeout: 400_000 }, () => {
  temporalAway(sufferer);
  workerAway(sufferer);
  postgresAway(sufferer);

  it('a second start on the same data goes on where it was: R1 is not sent again, R2 leaves on its day', async () => {
    const { business } = sufferer();
    const today = await todayOf(sufferer());
    const issuedOn = plus(today, -13);
    const { r1On, r2On } = ladderFrom(issuedOn);
    const before = await CaseFile.open(business, { issuedOn });
    await business.advance(daysBetween(today, r1On));
    expect(await before.mails()).toHaveLength(1);
    await stack.stop();

    stack = await start();
    const again = suffererOf(stack).business;
    const after = new CaseFile(again, before, before.customer, before.email);
    expect(await todayOf(sufferer())).toBe(r1On);
    expect(await after.dunning()).toMatchObject({ level: 1, next: { level: 2 } });
    await again.advance(daysBetween(r1On, plus(r2On, -1)));
    expect(await after.mails()).toHaveLength(1);
    await again.advance(1);
    expect(await after.mails()).toHaveLength(2);
  });
});
