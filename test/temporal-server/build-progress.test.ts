import { expect, it } from 'vitest';
import { BuildProgress } from '../../scripts/temporal-server/build-progress.ts';

it('the build of a Temporal server says that modules come first, and then how many packages are left at most', () => {
  const progress = new BuildProgress();
  ['go: downloading go.temporal.io/api v1.0.0', 'go: downloading example.org/a v2.0.0'].forEach((line) =>
    progress.hear(line),
  );
  expect(progress.line(10)).toBe('  … 10 s, 2 modules downloaded; compiling comes after');
  progress.known(1795);
  ['internal/cpu', 'runtime', 'go: finding something'].forEach((line) => progress.hear(line));
  expect(progress.line(446)).toBe('  … 446 s, 2 of at most 1795 packages compiled');
});
