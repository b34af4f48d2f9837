import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowInCode } from '../../prisma/row-in-code.ts';

const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');
const jsonColumns = [...new Set([...schema.matchAll(/^\s+(\w+)\s+Json\b/gm)].map(([, name]) => name!))];

describe('A row that Postgres gave as JSON', () => {
  it('has its instants and days as dates, those of the rows within it too, and nothing else', () => {
    const at = '2026-11-28T09:30:00.000Z';
    const row = { dueOn: '2026-12-01', closedAt: null, name: at, items: [{ sentAt: at, amountCents: 12_000 }] };
    expect(rowInCode(row)).toEqual({
      dueOn: new Date('2026-12-01'),
      closedAt: null,
      name: at,
      items: [{ sentAt: new Date(at), amountCents: 12_000 }],
    });
  });

  it('keeps what a JSON column holds, of whatever table', () => {
    expect(jsonColumns).toContain('data');
    const within = { paidOn: '2026-11-28', at: '2026-11-28T09:30:00.000Z' };
    const row = Object.fromEntries(jsonColumns.map((name) => [name, within]));
    expect(rowInCode(row)).toEqual(row);
  });
});
