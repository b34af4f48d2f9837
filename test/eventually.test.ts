import { expect, it } from 'vitest';
import { eventually } from './eventually.ts';

it('A wait answers what was waited for, and fails with what there was instead', async () => {
  let asked = 0;
  const count = async () => (asked += 1);
  expect(await eventually(count, (times) => times === 3)).toBe(3);
  await expect(eventually(count, () => false, 60)).rejects.toThrow(/^Not so within 0\.06 s: \d+$/);
});
