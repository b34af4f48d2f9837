import { describe, expect, it } from 'vitest';
import { ALL_IDS, screenTests } from '../../scripts/capabilities/page.ts';

/** The first requirement of each group that has a screen of its own; those before it are general rules. */
const FIRST_WITH_SCREEN: Record<string, number> = { '000': 3, '001': 1, '002': 2, '003': 8, '004': 2 };

describe('The screens of the capabilities', () => {
  it('are shown in a browser, each by its id', async () => {
    const ids = new Set((await screenTests()).keys());
    const wanted = ALL_IDS.filter((id) => Number(id.slice(4)) >= (FIRST_WITH_SCREEN[id.slice(0, 3)] ?? 0));
    expect(wanted).toHaveLength(38 + 33 + 10 + 13 + 12);
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
    expect([...ids].filter((id) => !ALL_IDS.includes(id))).toEqual([]);
  });
});
