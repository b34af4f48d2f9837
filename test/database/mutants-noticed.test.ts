import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runCommand } from '../../scripts/check/run-command.ts';
import { applyMutant } from '../chaos/mutants/apply-mutant.ts';
import { copyCheckout } from '../chaos/mutants/copy-checkout.ts';
import { MUTANTS } from '../chaos/mutants/mutants.ts';

/** Folders that no test of a mutant reads. */
const LEFT_OUT = ['console', 'docs', 'bench', 'deploy', 'examples', 'ops'];

interface Report {
  testResults: {
    name: string;
    message: string;
    assertionResults: { status: string; title: string; failureMessages: string[] }[];
  }[];
}

// Whether the chaos notices them too needs a stack for each mutant: a full `npm run chaos` ends with that.
describe('A guard taken out of the sending protocol', () => {
  let folder: string;
  let report: Report;
  let said: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relance-mutants-'));
    await Promise.all(
      MUTANTS.map(async (mutant) => {
        const copy = join(folder, mutant.name);
        await mkdir(copy);
        await copyCheckout(copy, LEFT_OUT);
        applyMutant(copy, mutant);
      }),
    );
    ({ report, said } = await runTheirTests(folder));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))('is noticed: %s', (name, { redTest }) => {
    const file = report.testResults.find((one) => one.name === join(folder, name, redTest.file));
    const test = file?.assertionResults.find(({ title }) => title === redTest.name);
    expect(test?.status, file?.message ?? said).toBe('failed');
    // A mutant that the machine was too slow to judge does not count as noticed.
    expect(test?.failureMessages.join('\n')).not.toContain('timed out');
  });
});

/** All mutants in one program, each in its own copy of the checkout. */
async function runTheirTests(copies: string): Promise<{ report: Report; said: string }> {
  const file = join(copies, 'report.json');
  const names = MUTANTS.map(({ redTest }) => redTest.name.replaceAll(/[^\w ]/g, '.')).join('|');
  const { output } = await runCommand(
    'vitest',
    ['run', '--config=test/chaos/mutants/vitest.config.ts', '--reporter=json', `--outputFile=${file}`, '-t', names],
    { ...withoutVitest(process.env), MUTANT_COPIES: copies, MUTANT_SERVER_URL: inject('databaseUrl') },
  );
  const text = await readFile(file, 'utf8').catch(() => '{"testResults":[]}');
  return { report: JSON.parse(text) as Report, said: output };
}

/** Otherwise the child takes itself for a worker of this Vitest. */
const withoutVitest = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VITEST|TINYPOOL|NODE_OPTIONS)/.test(name)));
