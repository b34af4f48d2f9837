import { expect, it } from 'vitest';
import { KEPT_OF_HISTORY } from '../../../domain/erasure/kept-of-history.ts';
import { erasableFrom } from '../../../domain/erasure/retention.ts';

it('a customer may be erased on the same day so many years after his last case ended', () => {
  expect(erasableFrom('2026-11-23', 10)).toBe('2036-11-23');
  expect(erasableFrom('2024-02-29', 1)).toBe('2025-02-28');
});
it('without a time to keep, on the day itself', () => {
  expect(erasableFrom('2026-11-23', 0)).toBe('2026-11-23');
});
it('whoever never owed or paid anything has no accounting documents', () => {
  expect(erasableFrom(null, 10)).toBeNull();
});
it('of history amounts and days stay, and nothing that a person wrote or was written at', () => {
  expect(KEPT_OF_HISTORY).toEqual(expect.arrayContaining(['amountCents', 'paidOn', 'level', 'number']));
  for (const field of [
    'comment',
    'reason',
    'text',
    'title',
    'detail',
    'to',
    'subject',
    'notified',
    'recipient',
    'cause',
  ])
    expect(KEPT_OF_HISTORY).not.toContain(field);
});
