import { expect, it } from 'vitest';
import { headingsOf } from '../../console/choose/by-folder.ts';
import { inFolders } from '../../console/choose/in-folders.ts';
import { dayOf } from '../../console/action/day-of.ts';
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

it('what is done stands under the day on which it was done, whatever day it was planned for', () => {
  const done = { due_on: '2026-11-25', status: 'done', settled_at: '2026-11-29T23:30:00.000Z' } as const;
  expect(dayOf(done, 'Europe/Paris')).toBe('2026-11-30');
  expect(dayOf({ ...done, status: 'to_do', settled_at: null }, 'Europe/Paris')).toBe('2026-11-25');
  // Taken away by a payment: nobody did it that day.
  expect(dayOf({ ...done, status: 'cancelled' }, 'Europe/Paris')).toBe('2026-11-25');
});

it('what is done is never late', () => {
  expect(headingOf('2026-11-02', 'done')).toBe('Jour 02');
});

it('templates stand folder by folder, in each as asked, and what is in no folder at the end', () => {
  const template = (folder: string | null, level: number | null, name: string) => ({ folder, level, name });
  const mine = template(null, 1, 'Le mien');
  const [r3, r1, other] = [
    template('Relances', 3, 'Mise en demeure'),
    template('Relances', 1, 'Relance R1'),
    template('Relances', null, 'À part'),
  ];
  const [capital, answer] = [template('relances', 1, 'Relance R1'), template('États', null, 'Notaire')];
  const all = [mine, r3, capital, other, answer, r1];
  expect(inFolders(all, 'level')).toEqual([answer, r1, r3, other, capital, mine]);
  expect(inFolders(all, '-level')).toEqual([answer, r3, r1, other, capital, mine]);
  expect(inFolders(all, 'name')).toEqual([answer, other, r3, r1, capital, mine]);
  expect(all.map(headingsOf(all, 'Sans dossier')!).toSorted()).toEqual(
    ['Relances', 'Relances', 'Relances', 'Sans dossier', 'relances', 'États'].toSorted(),
  );
  expect(headingsOf([mine], 'Sans dossier')).toBeUndefined();
});
