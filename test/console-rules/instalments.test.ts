import { expect, it } from 'vitest';
import {
  type Instalment,
  isComplete,
  lastDayOf,
  monthly,
  promisedOf,
  sumOf,
} from '../../console/case/dialogs/instalments.ts';
import { addMonths } from '../../domain/calendar/local-date.ts';

// A debt paid in instalments: which ones are proposed, and that nothing is promised twice.

const promise = (cents: number | null, on: string, state = 'open') => ({
  state,
  promised_on: on,
  missing_cents: cents,
});

it('what is proposed is what nobody has promised yet, and promises that are over do not count', () => {
  const { standing, openCents } = promisedOf(
    [promise(400_00, '2026-12-10'), promise(100_00, '2027-01-10'), promise(null, '2026-11-10', 'broken')],
    1_200_00,
  );
  expect(openCents).toBe(700_00);
  expect([sumOf(standing), lastDayOf(standing)]).toEqual([500_00, '2027-01-10']);
  expect(promisedOf([promise(1_300_00, '2026-12-10')], 1_200_00).openCents).toBe(0);
});

it('a sum is parted to the cent, the last one taking what cannot be divided', () => {
  expect(monthly(1_000_00, 3, '2026-12-10')).toEqual([
    { cents: 333_33, on: '2026-12-10' },
    { cents: 333_33, on: '2027-01-10' },
    { cents: 333_34, on: '2027-02-10' },
  ]);
  for (let count = 2; count <= 24; count += 1) expect(sumOf(monthly(999_97, count, '2026-12-10'))).toBe(999_97);
});

it('each comes on the same day of the month, or on its last one, as the server counts months', () => {
  for (const firstOn of ['2026-12-31', '2027-01-30', '2028-01-31', '2026-11-05'])
    expect(monthly(24_00, 24, firstOn).map(({ on }) => on)).toEqual(
      Array.from({ length: 24 }, (_, at) => addMonths(firstOn, at)),
    );
});

it('nothing is recorded that lacks an amount or a day, nor the same promise twice', () => {
  const [one, two]: Instalment[] = [
    { cents: 100_00, on: '2026-12-10' },
    { cents: 100_00, on: '2027-01-10' },
  ];
  expect(isComplete([one!, two!])).toBe(true);
  expect(isComplete([])).toBe(false);
  expect(isComplete([one!, { ...two!, cents: null }])).toBe(false);
  expect(isComplete([one!, { ...two!, on: null }])).toBe(false);
  expect(isComplete([one!, { ...one! }])).toBe(false);
});
