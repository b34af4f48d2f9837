import { allowInsecureRequests, type Configuration, discovery } from 'openid-client';
import type { OidcSettings } from '../../../config/oidc-settings.ts';

const PATIENCE_S = 10;
const known = new WeakMap<OidcSettings, Promise<Configuration>>();

/** Returns the provider's own description of itself. It is asked once, and again only after it did not answer. */
export async function discover(oidc: OidcSettings): Promise<Configuration> {
  const asked = known.get(oidc) ?? ask(oidc);
  known.set(oidc, asked);
  try {
    return await asked;
  } catch (error) {
    known.delete(oidc);
    throw error;
  }
}

/** The settings allow http only for this machine. */
const ask = ({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> =>
  discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: PATIENCE_S,
    execute: issuer.startsWith('http:') ? [allowInsecureRequests] : [],
  });
