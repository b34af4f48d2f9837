import { expect, it } from 'vitest';
import { OF_AGE } from '../../console/figures/ages.ts';
import { latenessSaid } from '../../console/work-list/lateness-said.ts';

// The filter on lateness is shown in words above the work list.

const said = (least: number | null, most: number | null, language: 'fr' | 'en' = 'fr') =>
  latenessSaid(least, most, language)?.replaceAll('\u00a0', ' ') ?? null;

it('004-04 every age of the balance is said as it is called there', () => {
  const ages = Object.values(OF_AGE).map((of) => said(of.days_late_min ?? null, of.days_late_max ?? null));
  expect(ages).toEqual([
    'Non échu',
    'Retard : 0 à 30 jours',
    'Retard : 31 à 60 jours',
    'Retard : 61 à 90 jours',
    'Retard : au moins 91 jours',
  ]);
});

it('what the largest figure of the dashboard leads to, which leaves out what is not due yet, is not said as no lateness at all', () => {
  expect(said(0, null)).toBe('Échu, aujourd’hui compris');
  expect(said(0, null, 'en')).toBe('Due today or before');
});

it('one end alone, a single day, and nothing where the lateness does not matter', () => {
  expect(said(1, null)).toBe('Retard : au moins 1 jour');
  expect(said(null, 30)).toBe('Retard : au plus 30 jours');
  expect(said(5, 5)).toBe('Retard : 5 jours');
  expect(said(31, 60, 'en')).toBe('Late by 31 to 60 days');
  expect(said(null, null)).toBeNull();
});
