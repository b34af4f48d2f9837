import { describe } from 'vitest';
import { beginTogether } from './story.ts';

/** All stories share one walk through the days: each waits for its own days, and the clock moves when all of them wait. */
describe('day by day', async () => {
  beginTogether();
  await import('./stories/ladder.ts');
  await import('./stories/money.ts');
  await import('./stories/holds.ts');
  await import('./stories/same-end.ts');
  await import('./stories/changes.ts');
  await import('./stories/needs-attention.ts');
  await import('./stories/provider-faults.ts');
  await import('./stories/gathering.ts');
  await import('./stories/past.ts');
});
