import { type ReactNode, useDeferredValue } from 'react';

/**
 * Renders its children right after the page and its data: for what costs more than it shows. There is no placeholder,
 * because a button that is drawn without working would lose a click.
 */
export function Later({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null;
}
