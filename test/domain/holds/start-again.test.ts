import { expect, it } from 'vitest';
import { startAgainCents } from '../../../domain/holds/promise.ts';

// Which money counts for a promise that was withdrawn and is in force again, when other promises were kept in the meantime.

const kept = (settledAtStartCents: number, amountCents: number) => ({ settledAtStartCents, amountCents });

it('counts what came since it was made when nothing else was kept', () => {
  expect(startAgainCents(100, [], 250)).toBe(100);
});

it('leaves each euro to the promise that it kept', () => {
  expect(startAgainCents(0, [kept(0, 100)], 100)).toBe(100);
  expect(startAgainCents(0, [kept(0, 100), kept(0, 100)], 200)).toBe(200);
  expect(startAgainCents(0, [kept(100, 100), kept(0, 50)], 250)).toBe(150);
});

it('counts what had come of it before the other was made', () => {
  expect(startAgainCents(0, [kept(50, 50)], 100)).toBe(50);
});

it('is not concerned by money that came before it, nor by money that went back', () => {
  expect(startAgainCents(200, [kept(0, 100)], 300)).toBe(200);
  expect(startAgainCents(0, [kept(0, 100)], 40)).toBe(40);
});
