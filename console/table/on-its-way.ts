/**
 * The values that a field has put into the address, oldest first. The first is shown there already; the page is still
 * rendering for the others, because it may lag behind typing.
 */
export type OnItsWay = readonly string[];

/** What is still pending once the address shows `kept`. Null when something else, e.g. Back, set that value. */
export function onceShown(own: OnItsWay, kept: string): OnItsWay | null {
  const at = own.indexOf(kept);
  return at < 0 ? null : own.slice(at);
}
