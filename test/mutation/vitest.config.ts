import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// What judges the mutants of a folder of domain/: its own tests, alone (run.mjs names the folder).
const folder = process.env['MUTATED_FOLDER'] ?? '**';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { env: { TZ: 'UTC' }, include: [`test/domain/${folder}/**/*.test.ts`], testTimeout: 120_000 },
});
