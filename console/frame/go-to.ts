import type { NavigateOptions, To } from 'react-router';

type Navigate = (to: To, options?: NavigateOptions) => unknown;

let navigate: Navigate = () => undefined;

/** Called once by the owner of the router. Pages cannot import the router, because the router imports them. */
export const goBy = (router: { navigate: (to: To, options?: NavigateOptions) => Promise<void> }): void => {
  navigate = (to, options) => router.navigate(to, options);
};

/**
 * Goes to an address. Unlike React Router's hook, it does not render its component again at every change of the
 * address.
 */
export const goTo: Navigate = (to, options) => navigate(to, options);

/**
 * Goes there before the next key or click is heard, which is meant for what this leads to: otherwise the page is drawn when there is
 * time, and what stood there before would take it. While a key is held down there is no time for each.
 */
export const goAtOnce: Navigate = (to, options) => goTo(to, { ...options, flushSync: !isHeldDown() });

const isHeldDown = (): boolean => window.event instanceof KeyboardEvent && window.event.repeat;
