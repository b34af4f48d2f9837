import { expect, it } from 'vitest';
import { onceShown } from '../../console/table/on-its-way.ts';

// What a text filter makes of the page's address, which follows the typing with a short delay.

it('what was typed a moment ago does not come back over what is typed since', () => {
  const typed = ['', 'mar', 'martin'];
  expect(onceShown(typed, 'mar')).toEqual(['mar', 'martin']);
  expect(onceShown(['mar', 'martin'], 'martin')).toEqual(['martin']);
  expect(onceShown(['martin'], 'martin')).toEqual(['martin']);
});

it('what Back or a link brings is taken', () => {
  expect(onceShown(['martin'], 'durand')).toBeNull();
  expect(onceShown(['martin'], '')).toBeNull();
});
