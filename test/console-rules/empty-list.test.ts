import { expect, it } from 'vitest';
import { isNarrowed } from '../../console/table/is-narrowed.ts';

// Whether an empty list says that nothing matches the filters, or that there is nothing yet.

it('a list that is only sorted is narrowed by nothing', () => {
  expect(isNarrowed({ sort: '-overdue_cents' })).toBe(false);
  expect(isNarrowed({})).toBe(false);
});

it('a filter narrows, even one that asks for what is false', () => {
  expect(isNarrowed({ sort: 'name', kind: 'consumer' })).toBe(true);
  expect(isNarrowed({ test: false })).toBe(true);
});
