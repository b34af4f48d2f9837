/** What goes along with the way from a list to one of its third parties: a card that no file names yet is neither's by itself. */
export interface FromList {
  list: 'referrer' | 'notary';
}

const isFromList = (state: unknown): state is FromList =>
  typeof state === 'object' && state !== null && 'list' in state && ['referrer', 'notary'].includes(String(state.list));

/** The list that one came from, where to go back to once the card is gone; `state` is that of the address. */
export const listBehind = (state: unknown): string =>
  isFromList(state) && state.list === 'notary' ? '/notaires' : '/prescripteurs';
