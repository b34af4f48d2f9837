import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../holds/case-world.ts';
import { Life } from './life.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const next = async (life: Life) => {
  const { level, nextLevel, exhaustedAt } = await world.db.invoice.findUniqueOrThrow({ where: { id: life.id } });
  return { level, nextLevel, isExhausted: exhaustedAt !== null };
};

const skips = (life: Life) => life.lives('skipped', () => life.decide('skipStep', { reason: 'Par erreur' }));
const sets = (life: Life, level: number) =>
  life.lives(`level ${level}`, () => life.decide('setLevel', { level, reason: 'Passée par erreur' }), 1);

describe('A level that was skipped by mistake', () => {
  it('is the next one again once a person sets the level that was reached before it', async () => {
    const life = new Life(world);
    await life.begins({ initial_level: 1, initial_level_on: '2026-11-20' });
    await skips(life);
    expect(await next(life)).toEqual({ level: 1, nextLevel: 3, isExhausted: false });
    await sets(life, 1);
    expect(await next(life)).toEqual({ level: 1, nextLevel: 2, isExhausted: false });
    await life.isToldAsItWasShown();
  });

  it('is so where it was the last one, and the ladder was over', async () => {
    const life = new Life(world);
    await life.begins({ initial_level: 2, initial_level_on: '2026-11-20' });
    await skips(life);
    expect(await next(life)).toEqual({ level: 2, nextLevel: null, isExhausted: true });
    await sets(life, 2);
    expect(await next(life)).toEqual({ level: 2, nextLevel: 3, isExhausted: false });
    await life.isToldAsItWasShown();
  });
});
