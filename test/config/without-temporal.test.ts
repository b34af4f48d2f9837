import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { cleanEnvironment } from '../../scripts/check/clean-environment.ts';

/** Starts one part alone, with an address for Temporal at which nothing listens. */
function run(part: string) {
  const env = {
    ...cleanEnvironment(process.env),
    DATABASE_URL: 'postgresql://127.0.0.1:1/nobody',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    LOG_LEVEL: 'silent',
  };
  const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', part], { encoding: 'utf8', env });
  return { status, said: stderr.trim().split('\n') };
}

it.each(['worker', 'search-attributes'])(
  'npm run %s ends with code 1 and one sentence that says what to do when no Temporal server answers',
  (part) => {
    const { status, said } = run(part);
    expect(said).toEqual([
      expect.stringMatching(
        /^No Temporal server answers at TEMPORAL_ADDRESS=127\.0\.0\.1:1 \(.+\): start it, or mend the address\.$/,
      ),
    ]);
    expect(status).toBe(1);
  },
);
