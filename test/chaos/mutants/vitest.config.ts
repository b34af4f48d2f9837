import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { MUTANTS } from './mutants.ts';

/** Where test/database/mutants-noticed.test.ts has put the copies of the checkout, each in a folder with its mutant's name. */
const copies = process.env['MUTANT_COPIES'] ?? '';

// Each mutant in its own copy, judged by the one test that it names.
export default defineConfig({
  test: {
    projects: MUTANTS.map(({ name, redTest: { file } }) => ({
      root: join(copies, name),
      test: {
        name,
        include: [file],
        // The copy's own: its migrations may be what the mutant has changed.
        globalSetup: file.startsWith('test/database/') ? ['test/chaos/mutants/own-database.ts'] : [],
        env: { TZ: 'UTC', NODE_ENV: 'production' },
        testTimeout: 180_000,
        hookTimeout: 180_000,
      },
    })),
    maxWorkers: 2,
  },
});
