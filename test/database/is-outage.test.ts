import { expect, it } from 'vitest';
import { isOutage } from '../../prisma/is-outage.ts';
import { sharedClient } from './shared-client.ts';

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

const ALWAYS = 'the same comes of it each time';
const LATER = 'the same may succeed later';

it.each([
  ['a value that does not fit', `SELECT 'x'::date`, ALWAYS],
  ['a constraint', `INSERT INTO creditors (id) VALUES (gen_random_uuid())`, ALWAYS],
  ['a column that the schema has no more', `SELECT "gone" FROM creditors`, LATER],
  ['a statement that took too long', `DO $$ BEGIN RAISE EXCEPTION 'late' USING ERRCODE = '57014'; END $$`, LATER],
  ['a lost connection', `DO $$ BEGIN RAISE EXCEPTION 'away' USING ERRCODE = '08006'; END $$`, LATER],
])('Of %s', async (_, sql, expected) => {
  const error = await failure(sharedClient().$executeRawUnsafe(sql));
  expect(error).toBeInstanceOf(Error);
  expect(isOutage(error) ? LATER : ALWAYS).toBe(expected);
});

it('A fault of ours is no outage, a network that answers nothing is one', () => {
  expect([new RangeError('Invalid time value'), new Error('connect ECONNREFUSED')].map(isOutage)).toEqual([
    false,
    true,
  ]);
});
