import { type ReactNode, useDeferredValue } from 'react';

/**
 * Drawn right after the page is, with its data: what costs more than it shows. Nothing is in its place until then, since a button
 * that is drawn and does nothing yet loses a click.
 */
export function Later({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null;
}
