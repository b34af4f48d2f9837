import { expect, it } from 'vitest';
import { faultsShort, NEAR, racesShort } from './shortfalls.ts';

const RACED = { [NEAR]: 500, 'paid first': 103, 'handed over first': 334, 'sent first': 63 };
const races = (changed: Record<string, number>) => new Map(Object.entries({ ...RACED, ...changed }));

it('races of which enough were near, and in every order, show what they are to show', () => {
  expect(racesShort(races({}), 700, 500)).toEqual([]);
});

it.each<[string, Record<string, number>]>([
  ['of 2000 races only 499 within 50 ms: the machine is too busy for them', { [NEAR]: 499 }],
  ['none of 2000 races ended with paid first', { 'paid first': 0 }],
  ['none of 2000 races ended with handed over first', { 'handed over first': 0 }],
  ['none of 2000 races ended with sent first', { 'sent first': 0 }],
])('a run that raced too little is red: %s', (sentence, changed) => {
  expect(racesShort(races(changed), 2_000, 500)).toEqual([sentence]);
});

const MET = { accept_then_reset: 30, reset: 6, '500': 6, '429': 5, accept_then_timeout: 2, timeout: 2, none: 44 };
const faults = (changed: Record<string, number>) => new Map(Object.entries({ ...MET, ...changed }));

it('calls that met every fault show what they are to show', () => {
  expect(faultsShort(faults({}))).toEqual([]);
});

it.each<[string, Record<string, number>]>([
  ['11 % of 75 calls were accepted and reset', { accept_then_reset: 8, none: 46 }],
  ['0 % of 21 calls were accepted and reset', { accept_then_reset: 0, none: 0 }],
  ['none of 78 calls was refused or reset', { reset: 0, '500': 0, '429': 0 }],
  ['every one of 91 calls was answered', { accept_then_timeout: 0, timeout: 0 }],
])('a run whose provider hardly failed is red: %s', (sentence, changed) => {
  expect(faultsShort(faults(changed))).toEqual([sentence]);
});
