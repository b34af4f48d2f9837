import { type RefObject, useRef } from 'react';

/** Which place of the page draws which row. */
interface RowPlaces {
  byId: ReadonlyMap<string, number>;
  next: number;
}

/**
 * The key that each row in sight is drawn under. A row that stays keeps its own. `isRewritten`: when most are others, as after a
 * filter, they are written into the rows of those before, which costs the browser half of what new ones do; but not while one
 * of them has the focus, which would come to mean another case.
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

/** The places of `ids` when `before` was drawn. */
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
