import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The mutants of a folder of domain/ are judged by its own tests only (run.mjs names the folder).
const folder = process.env['MUTATED_FOLDER'] ?? '**';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { env: { TZ: 'UTC' }, include: [`test/domain/${folder}/**/*.test.ts`], testTimeout: 120_000 },
});
