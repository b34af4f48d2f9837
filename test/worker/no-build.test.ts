import type { Client } from '@temporalio/client';
import { expect, it } from 'vitest';
import { warnOfNoBuild } from '../../worker/warn-of-no-build.ts';

const CURRENT = { deploymentName: 'relance', buildId: 'v1' };

/** What a worker logs at its start where the server answers this about its task queue. */
async function said(version: typeof CURRENT | null, answer: () => object): Promise<string[]> {
  const lines: string[] = [];
  const log = { warn: (_: object, line: string) => lines.push(line) };
  const client = {
    options: { namespace: 'default' },
    withDeadline: (_: number, ask: () => unknown) => ask(),
    workflowService: { describeTaskQueue: async () => answer() },
  } as unknown as Client;
  await warnOfNoBuild(client, { version, taskQueue: 'relance' }, log as never);
  return lines;
}

it('A worker without a build, beside one that has all work, says so and what to do', async () => {
  expect(await said(null, () => ({ versioningInfo: { currentDeploymentVersion: CURRENT } }))).toEqual([
    'RELANCE_BUILD_ID is not set, and build v1 of relance has all work: this worker gets none until it is started again with RELANCE_BUILD_ID=v1, or with a build of its own that npm run make-current then gives the work',
  ]);
});

it('It says nothing where it gets work, has a build of its own, or the server does not tell', async () => {
  const away = () => {
    throw new Error('PERMISSION_DENIED');
  };
  expect(await said(null, () => ({ versioningInfo: { currentDeploymentVersion: null } }))).toEqual([]);
  expect(await said(null, () => ({}))).toEqual([]);
  expect(
    await said({ ...CURRENT, buildId: 'v2' }, () => ({ versioningInfo: { currentDeploymentVersion: CURRENT } })),
  ).toEqual([]);
  expect(await said(null, away)).toEqual([]);
});
