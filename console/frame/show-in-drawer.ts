import { goAtOnce } from './go-to.ts';

/**
 * Opens a row of a list in the drawer, whose address is below that of the list: `/relances/<id>`. Closes the drawer
 * when `id` is null.
 */
export function showInDrawer(list: string, id: string | null): void {
  // Read the address now, not as of the last render: a filter chosen since would be lost.
  const { pathname, search } = window.location;
  // Moving from one open row to the next replaces the history entry, so that Back closes the drawer.
  goAtOnce({ pathname: id ? `${list}/${id}` : list, search }, { replace: pathname !== list });
}
