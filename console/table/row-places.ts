import { type RefObject, useRef } from 'react';

/** The position in the page (the React key) of each row. */
interface RowPlaces {
  byId: ReadonlyMap<string, number>;
  next: number;
}

/**
 * Gives each visible row its React key. A row that stays keeps its key. With `isRewritten`, when most rows are new, as
 * after a filter, they take the keys of rows that left, so that their elements are reused: that costs the browser half
 * as much. Not while such a row has the focus, which would then be on another case.
 */
export function useRowPlaces(
  ids: readonly string[],
  isRewritten: boolean,
  scroller: RefObject<HTMLElement | null>,
): (id: string) => number | undefined {
  const places = useRef<RowPlaces>({ byId: new Map(), next: 0 });
  const { activeElement } = document;
  const hasFocus = activeElement !== scroller.current && (scroller.current?.contains(activeElement) ?? false);
  places.current = placesFor(ids, places.current, isRewritten && !hasFocus);
  const { byId } = places.current;
  return (id) => byId.get(id);
}

/** The positions of `ids` after `before` was drawn. */
export function placesFor(ids: readonly string[], before: RowPlaces, isRewritten: boolean): RowPlaces {
  const shown = new Set(ids);
  const staying = ids.filter((id) => before.byId.has(id)).length;
  const isOther = isRewritten && staying * 2 < Math.min(ids.length, before.byId.size);
  const free = isOther ? [...before.byId].flatMap(([id, place]) => (shown.has(id) ? [] : [place])) : [];
  let { next } = before;
  const byId = new Map<string, number>();
  for (const id of ids) byId.set(id, before.byId.get(id) ?? free.shift() ?? next++);
  return { byId, next };
}
