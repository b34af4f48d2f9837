import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ALL_IDS, capabilitiesPage, capabilityTests } from '../../scripts/capabilities/page.ts';

describe('The list of capabilities', () => {
  it('has a test for every one of them, and no test names one that does not exist', async () => {
    const named = new Set((await capabilityTests()).flatMap(({ ids }) => ids));
    expect(ALL_IDS).toHaveLength(117);
    expect(ALL_IDS.filter((id) => !named.has(id))).toEqual([]);
    expect([...named].filter((id) => !ALL_IDS.includes(id))).toEqual([]);
  });

  it('says each thing once: no two tests have the same sentence', async () => {
    const sentences = (await capabilityTests()).map(({ says }) => says);
    expect(sentences.filter((one, index) => sentences.indexOf(one) !== index)).toEqual([]);
  });

  it('is as committed; `npm run capabilities` writes it anew', async () => {
    const committed = await readFile(new URL('../../docs/capabilities.md', import.meta.url), 'utf8');
    expect(committed).toBe(await capabilitiesPage());
  });
});
