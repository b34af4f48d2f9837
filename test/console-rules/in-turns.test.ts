import { expect, it } from 'vitest';
import { inTurns } from '../../console/work-list/in-turns.ts';

// Many cases are put in litigation, or taken out of it, one request each.

const numbers = Array.from({ length: 20 }, (_, index) => `F-${index + 1}`);
const paidMeanwhile = new Error('case_closed');

it('one that is refused keeps no other from its turn; what was done and what was refused are told apart', async () => {
  const { done, refused } = await inTurns(numbers, (number) =>
    number === 'F-1' || number === 'F-7' ? Promise.reject(paidMeanwhile) : Promise.resolve(number),
  );
  expect(done.map(({ item, result }) => [item, result])).toHaveLength(18);
  expect(done.every(({ item, result }) => item === result && item !== 'F-1' && item !== 'F-7')).toBe(true);
  expect(refused).toEqual([
    { item: 'F-1', error: paidMeanwhile },
    { item: 'F-7', error: paidMeanwhile },
  ]);
});

it('where all are refused nothing has changed, and the first reason is the error', async () => {
  await expect(inTurns(numbers, () => Promise.reject(paidMeanwhile))).rejects.toBe(paidMeanwhile);
});

it('no more than four are told at a time', async () => {
  let [now, most] = [0, 0];
  await inTurns(numbers, async () => {
    most = Math.max(most, (now += 1));
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
  });
  expect(most).toBe(4);
});
