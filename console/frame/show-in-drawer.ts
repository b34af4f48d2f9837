import { goAtOnce } from './go-to.ts';

/** Opens a row of a list in its drawer, which has an address of its own below the list's: `/relances/<id>`. null closes the drawer. */
export function showInDrawer(list: string, id: string | null): void {
  // Not what the router gave when the list was drawn: a filter chosen since then would be undone.
  const { pathname, search } = window.location;
  // From one open drawer to the next: Back leaves the drawer, and does not go through all of them.
  goAtOnce({ pathname: id ? `${list}/${id}` : list, search }, { replace: pathname !== list });
}
