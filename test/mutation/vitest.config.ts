import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// What judges the mutants of domain/: its own tests, alone.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { env: { TZ: 'UTC' }, include: ['test/domain/**/*.test.ts'], testTimeout: 120_000 },
});
