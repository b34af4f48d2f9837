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
