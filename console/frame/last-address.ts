import { addressOf, type RailPage } from './pages.ts';

/** By page: its filters, order and tab when one was last there. */
const lastQueries = new Map<string, string>();

/** Said of every address that is shown; of a page's own alone, not of what lies below it. */
export const rememberAddress = (pathname: string, search: string): void => {
  lastQueries.set(pathname, search);
};

/** Back to a page as one left it; from the page itself, or when one was not there yet, as it opens. */
export function lastAddressOf(page: RailPage, user: { id: string } | null, isHere: boolean): string {
  const last = isHere ? undefined : lastQueries.get(page.path);
  return last === undefined ? addressOf(page, user) : page.path + last;
}
