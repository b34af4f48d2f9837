/** Where a browser is sent to sign in at another provider, and where it comes back. */
export const OIDC_START = '/v1/session/oidc/start';
export const OIDC_CALLBACK = '/v1/session/oidc/callback';
