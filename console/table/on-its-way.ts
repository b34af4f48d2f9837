/**
 * What a field has put into the address, oldest first: the first is what the address shows, the others are on their way there. The
 * page is drawn behind one's typing.
 */
export type OnItsWay = readonly string[];

/** What is left on its way once the address shows `kept`; null when that was put there by something else, e.g. Back. */
export function onceShown(own: OnItsWay, kept: string): OnItsWay | null {
  const at = own.indexOf(kept);
  return at < 0 ? null : own.slice(at);
}
