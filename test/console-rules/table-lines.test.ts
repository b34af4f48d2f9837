import { expect, it } from 'vitest';
import { dayGroup } from '../../console/pages/agenda/day-groups.ts';
import { lineOfRow, linesOf } from '../../console/table/lines.ts';

const FORMATS = { language: 'fr', todayOn: '2026-11-27', longDay: (on: string) => `jour ${on.slice(8)}` } as const;
const headingOf = (due_on: string, status: 'to_do' | 'done' = 'to_do') => dayGroup({ due_on, status }, FORMATS);

it('a heading stands wherever the group changes, and rows keep their own count', () => {
  const lines = linesOf(['a1', 'a2', 'b1'], (row) => row[0]!);
  expect(lines).toEqual([{ heading: 'a' }, { row: 0 }, { row: 1 }, { heading: 'b' }, { row: 2 }]);
  expect([0, 1, 2].map((row) => lineOfRow(lines, row))).toEqual([1, 2, 4]);
  expect(linesOf(['a1', 'b1'])).toEqual([{ row: 0 }, { row: 1 }]);
});

it('the agenda puts all that is late under one heading, and the rest under its day', () => {
  expect(headingOf('2026-11-02')).toBe('En retard');
  expect(headingOf('2026-11-26')).toBe('En retard');
  expect(headingOf('2026-11-27')).toBe('Aujourd’hui · Jour 27');
  expect(headingOf('2026-11-28')).toBe('Demain · Jour 28');
  expect(headingOf('2026-12-07')).toBe('Jour 07');
  expect(headingOf('2027-01-04')).toBe('Jour 04 2027');
});

it('what is done is never late', () => {
  expect(headingOf('2026-11-02', 'done')).toBe('Jour 02');
});
