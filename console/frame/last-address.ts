import { RUN } from '../pages/reminders/run/run-parameter.ts';
import { addressOf, type RailPage } from './pages.ts';

/** By page: its filters, order and tab when one was last there. */
const lastQueries = new Map<string, string>();

/** Lists that stay in use beside the drawer of what is opened: it is still the list's address, with its filters. */
const WITH_DRAWER = /^(\/(?:relances|agenda|contentieux|envois))\/[^/]+$/;

/** Said of every address that is shown; of a page's own and its drawer's, not of another page below it. The drawer is not led back to. */
export const rememberAddress = (pathname: string, search: string): void => {
  const query = new URLSearchParams(search);
  query.delete(RUN);
  const list = WITH_DRAWER.exec(pathname)?.[1];
  // A drawer that was opened from another page says nothing of the list's filters.
  if (list === undefined || query.size > 0) lastQueries.set(list ?? pathname, query.size > 0 ? `?${query}` : '');
};

/** Back to a page as one left it; from the page itself, or when one was not there yet, as it opens. */
export function lastAddressOf(page: RailPage, user: { id: string } | null, isHere: boolean): string {
  const last = isHere ? undefined : lastQueries.get(page.path);
  return last === undefined ? addressOf(page, user) : page.path + last;
}
