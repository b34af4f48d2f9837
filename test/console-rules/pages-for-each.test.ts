import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pagesFor } from '../../console/frame/pages.ts';

const lettersOf = (isSupervisor: boolean) => pagesFor({ isSupervisor }).map(({ letter }) => letter);

it('a collector is led to no page of the set-up, by the rail, a key or the search; a supervisor to all', () => {
  const paths = pagesFor({ isSupervisor: false }).map(({ path }) => path);
  expect(paths).toContain('/anomalies');
  for (const setUp of ['/modeles', '/scenarios', '/groupes', '/imports', '/reglages']) {
    expect(paths).not.toContain(setUp);
    expect(pagesFor({ isSupervisor: true }).map(({ path }) => path)).toContain(setUp);
  }
  expect(lettersOf(false)).not.toContain('m');
  expect(new Set(lettersOf(true)).size).toBe(lettersOf(true).length);
});

it.each(['imports/imports', 'scenario/scenario', 'scenarios/scenarios', 'template/template', 'templates/templates'])(
  'who has the address of %s and may not open it is told whom to ask',
  (page) => {
    expect(readFileSync(`console/pages/${page}-page.tsx`, 'utf8')).toContain('<SupervisorsOnly');
  },
);
