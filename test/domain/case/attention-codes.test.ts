import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ATTENTION_CODES } from '../../../domain/case/attention-codes.ts';

describe('what stops a case is told where operations look', async () => {
  const text = await readFile(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
  const [, section = ''] = text.split('\n## What stops a case');
  const rows = section.split('\n## ')[0]?.match(/^\|[^|]+\|/gm) ?? [];
  const told = rows.flatMap((row) => [...row.matchAll(/`([a-z_]+)`/g)].map(([, code]) => code));

  it.each(ATTENTION_CODES)('%s, with how the case goes on', (code) => {
    expect(told).toContain(code);
  });

  it('and nothing that stops no case', () => {
    expect(told.filter((code) => !ATTENTION_CODES.some((known) => known === code))).toEqual([]);
  });
});
