import type { CaseFilter } from '../../work-list/work-list-query.ts';
import { defineWords } from '../../words/words.ts';

/** The counters above the work list, in order: name in the API, filter, colour. */
export const COUNTERS = [
  { name: 'all', filter: { status: 'open' }, colour: 'var(--mantine-color-text)' },
  { name: 'r1', filter: { level_due: 1 }, colour: 'var(--r1)', level: 1 },
  { name: 'r2', filter: { level_due: 2 }, colour: 'var(--r2)', level: 2 },
  { name: 'r3', filter: { level_due: 3 }, colour: 'var(--r3)', level: 3 },
  { name: 'exhausted', filter: { status: 'exhausted' }, colour: 'var(--quiet)' },
  { name: 'litigation', filter: { hold: 'litigation' }, colour: 'var(--litigation)' },
  { name: 'to_confirm', filter: { status: 'to_confirm' }, colour: 'var(--quiet)' },
  { name: 'needs_attention', filter: { status: 'needs_attention' }, colour: 'var(--quiet)' },
] as const satisfies readonly { name: string; filter: CaseFilter; colour: string; level?: number }[];

export type Counter = (typeof COUNTERS)[number];
export type CounterName = Counter['name'];

/** The counter named in the address, else the one of all cases. */
export const counterOf = (name: string | undefined): Counter =>
  COUNTERS.find((counter) => counter.name === name) ?? COUNTERS[0];

/** The filters without those that the counter sets itself, so that the counters count what the list shows. */
export const beside = (counter: Counter, filter: CaseFilter): CaseFilter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => !(name in counter.filter)));

export const counterWords = defineWords(
  {
    label: 'Compteurs\u00a0: choisir ce que montre la liste',
    all: 'Tous',
    r1: 'R1',
    r2: 'R2',
    r3: 'R3',
    exhausted: 'Relances épuisées',
    litigation: 'Contentieux',
    to_confirm: 'À confirmer',
    needs_attention: 'Anomalies',
  },
  {
    label: 'Counters: choose what the list shows',
    all: 'All',
    r1: 'R1',
    r2: 'R2',
    r3: 'R3',
    exhausted: 'Exhausted',
    litigation: 'Litigation',
    to_confirm: 'To confirm',
    needs_attention: 'Attention',
  },
);
