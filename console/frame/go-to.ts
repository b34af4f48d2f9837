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
 * Goes to an address and renders it before the next key or click, which would otherwise reach the former content. Not
 * while a key is held down, because rendering cannot keep up with its repeats.
 */
export const goAtOnce: Navigate = (to, options) => goTo(to, { ...options, flushSync: !isHeldDown() });

const isHeldDown = (): boolean => window.event instanceof KeyboardEvent && window.event.repeat;
