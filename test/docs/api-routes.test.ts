import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { routes } from '../../api/routes.ts';

const page = readFileSync('docs/api.md', 'utf8');

/** `GET POST /runs` in the page names two routes. */
function routesInPage(): Set<string> {
  const named = [...page.matchAll(/`((?:(?:GET|POST|PUT|PATCH|DELETE) )+)(\/[^`\s]+)`/g)];
  return new Set(
    named.flatMap(([, methods = '', path = '']) =>
      methods
        .trim()
        .split(' ')
        .map((one) => `${one} ${path}`),
    ),
  );
}

it('docs/api.md names every route, and none that is not there', () => {
  const served = new Set(routes.map(({ method, path }) => `${method} ${path.replace(/^\/v1/, '')}`));
  const table = routesInPage();
  expect([...served].filter((route) => !table.has(route))).toEqual([]);
  const isKnown = (route: string) => served.has(route) || served.has(route.replace('/v1', '').replace(/\?.*$/, ''));
  expect([...table].filter((route) => !isKnown(route))).toEqual([]);
});
