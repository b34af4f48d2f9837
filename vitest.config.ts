import { defineConfig } from 'vitest/config';

// Tests of the running stack start Postgres and Temporal: many at a time would starve each other on two cores. So within a
// project one file runs at a time. `npm test` runs three projects beside each other (scripts/check.ts); `groupOrder` puts them
// one after the other where vitest runs several itself.
const oneFileAtATime = { fileParallelism: false, testTimeout: 180_000, hookTimeout: 600_000 };

// As `npm start` sets it, for the stacks and the seeds of the projects too: React's development build draws mails for four times as long.
process.env['NODE_ENV'] = 'production';

// One process for all files of a project: loading Prisma, Temporal and the letters anew for each took as long as the tests.
const inOneProcess = { isolate: false };

// The console but for the work on cases and customers: a project of its own, so that two may run beside each other.
const AROUND_THE_WORK = ['every-page', 'frame', 'import', 'setup-*', 'sign-in'].map(
  (name) => `test/console/${name}.test.ts`,
);

/** Tests of the console in Chromium, on a stack with the demonstration's portfolio. */
const consoleProject = (name: string, files: { include: string[]; exclude?: string[] }, groupOrder: number) => ({
  extends: true as const,
  test: {
    name,
    ...files,
    // They share the browser's windows.
    ...inOneProcess,
    globalSetup: ['test/console/console-stack.ts'],
    // A page is drawn in real time: what a starved machine drew too late is looked at once more, and `npm test` names it at its end.
    retry: 1,
    ...oneFileAtATime,
    sequence: { groupOrder },
  },
});

export default defineConfig({
  test: {
    env: { TZ: 'UTC', NODE_ENV: 'production' },
    reporters: ['default'],
    // `npm test` runs each project in a program of its own, over the same sources: what one has compiled serves the next.
    experimental: { fsModuleCache: true },
    // A busy machine is late; what does not come true in half a minute does not come.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [
            'test/stack/**',
            'test/e2e/**',
            'test/api/**',
            'test/database/**',
            'test/security/**',
            'test/seeds/**',
            'test/chaos/*.test.ts',
            'test/console/**',
            'test/crashes/**',
          ],
          ...inOneProcess,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Against a real Postgres alone: inject('databaseUrl') is a migrated, empty database that the files share.
        extends: true,
        test: {
          name: 'database',
          include: ['test/database/**/*.test.ts'],
          ...inOneProcess,
          globalSetup: ['test/stack/shared-database.ts'],
          ...oneFileAtATime,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // The starting and stopping of the stack itself; each test starts its own.
        extends: true,
        test: {
          name: 'stack',
          include: ['test/stack/*.test.ts', 'test/security/stack/*.test.ts', 'test/chaos/*.test.ts'],
          ...inOneProcess,
          ...oneFileAtATime,
          sequence: { groupOrder: 4 },
        },
      },
      {
        // Kills and outages that are waited for: not part of `npm test`, a command of their own.
        extends: true,
        test: {
          name: 'crashes',
          include: ['test/crashes/*.test.ts'],
          ...oneFileAtATime,
          sequence: { groupOrder: 7 },
        },
      },
      {
        // Against one whole stack that all files share: inject('stack').
        extends: true,
        test: {
          name: 'api',
          include: ['test/api/**/*.test.ts', 'test/security/*.test.ts'],
          globalSetup: ['test/stack/shared-stack.ts'],
          ...inOneProcess,
          ...oneFileAtATime,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // Stories that move the demonstration clock, and so have a stack that no other test counts days on.
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['test/e2e/*.test.ts'],
          globalSetup: ['test/stack/shared-stack.ts'],
          ...inOneProcess,
          ...oneFileAtATime,
          // All days of all lives at once: on a slow machine that took 163 s.
          testTimeout: 900_000,
          maxConcurrency: 100,
          sequence: { groupOrder: 3 },
        },
      },
      {
        // The requirements of docs/capabilities.md; each file has a creditor of its own.
        extends: true,
        test: {
          name: 'seeds',
          include: ['test/seeds/*.test.ts'],
          globalSetup: ['test/stack/shared-stack.ts'],
          ...inOneProcess,
          ...oneFileAtATime,
          sequence: { groupOrder: 5 },
        },
      },
      consoleProject('console', { include: ['test/console/*.test.ts'], exclude: AROUND_THE_WORK }, 6),
      consoleProject('console-around', { include: AROUND_THE_WORK }, 8),
    ],
  },
});
