/**
 * Router state of the link from a list to a third party: a third party that no file names yet belongs to neither list
 * by itself.
 */
export interface FromList {
  list: 'referrer' | 'notary';
}

const isFromList = (state: unknown): state is FromList =>
  typeof state === 'object' && state !== null && 'list' in state && ['referrer', 'notary'].includes(String(state.list));

/** The list that the user came from, to return to after the third party is deleted. `state` is the router's state. */
export const listBehind = (state: unknown): string =>
  isFromList(state) && state.list === 'notary' ? '/notaires' : '/prescripteurs';
