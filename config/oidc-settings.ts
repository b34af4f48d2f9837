/** Signing in with another provider's account, by OpenID Connect. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The provider's name on the button. */
  name: string;
}

const NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const;

/** The OpenID Connect settings; null unless all four variables are set. */
export function oidcSettings(given: Record<(typeof NAMES)[number], string | null>): OidcSettings | null {
  const [issuer, clientId, clientSecret, name] = NAMES.map((variable) => given[variable]);
  return issuer && clientId && clientSecret && name ? { issuer, clientId, clientSecret, name } : null;
}

/** Whole sentences: which of the four variables are missing when some of them are set. */
export function missingForOidc(given: Record<string, string | undefined>): string[] {
  const missing = NAMES.filter((variable) => given[variable] === undefined);
  if (missing.length === NAMES.length) return [];
  return missing.map((variable) => `${variable} is missing: the four of OIDC_… go together.`);
}
