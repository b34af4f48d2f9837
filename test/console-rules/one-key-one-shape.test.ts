import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Reads of a thing together with its version; other reads give the thing alone. */
const VERSIONED = /versionedAnswerOf|readScenario\(|readGroup\(|readTemplate\(/;
const QUERY = /queryKey: (\[[^\]]*\]|\w+\([^)]*\)|[\w.]+),?\s+(?:[\w]+: [^\n]*\n\s+)*?queryFn: ([^\n]*\n?[^\n]*)/g;

const sources = readdirSync('console', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^(?!dist).*\.tsx?$/.test(file),
);
const queries = sources.flatMap((file) =>
  [...readFileSync(join('console', file), 'utf8').matchAll(QUERY)].map(([, key = '', read = '']) => ({
    file,
    key,
    read,
  })),
);

it('what the console reads with its version has a key of its own, so that no page is given what another has read of it', () => {
  const versioned = queries.filter(({ read }) => VERSIONED.test(read));
  const plain = queries.filter(({ read }) => !VERSIONED.test(read));
  expect(versioned.length).toBeGreaterThan(7);
  expect(plain.length).toBeGreaterThan(20);
  const named = ({ key }: { key: string }) => /^versionedKey\(/.test(key);
  expect(versioned.filter((query) => !named(query))).toEqual([]);
  expect(plain.filter(named)).toEqual([]);
});
