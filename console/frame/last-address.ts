import { RUN } from '../pages/reminders/run/run-parameter.ts';
import { addressOf, type RailPage } from './pages.ts';

/** The last query (filters, order, tab) of each page. */
const lastQueries = new Map<string, string>();

/**
 * Lists that stay usable beside the drawer of an opened item: the address is still that of the list, with its filters.
 */
const WITH_DRAWER = /^(\/(?:relances|agenda|contentieux|envois))\/[^/]+$/;

/**
 * Called for every address shown. Remembers the query of a page, also while its drawer is open, but not which item was
 * open in the drawer.
 */
export const rememberAddress = (pathname: string, search: string): void => {
  const query = new URLSearchParams(search);
  query.delete(RUN);
  const list = WITH_DRAWER.exec(pathname)?.[1];
  // A drawer that was opened from another page has no filters: keep those of the list.
  if (list === undefined || query.size > 0) lastQueries.set(list ?? pathname, query.size > 0 ? `?${query}` : '');
};

/** The address of a page with its last query. On the page itself, or before the first visit, its default address. */
export function lastAddressOf(page: RailPage, user: { id: string } | null, isHere: boolean): string {
  const last = isHere ? undefined : lastQueries.get(page.path);
  return last === undefined ? addressOf(page, user) : page.path + last;
}
