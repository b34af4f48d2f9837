import { authorizationCodeGrant, type Configuration, fetchUserInfo } from 'openid-client';
import type { Flow } from './flow-cookie.ts';

/**
 * Exchanges the code that came back for the address that the provider has verified, in lower case; null when it has
 * verified none. Throws when the state, the nonce, the signature or anything else does not match.
 */
export async function verifiedEmail(provider: Configuration, cameBackTo: URL, flow: Flow): Promise<string | null> {
  const tokens = await authorizationCodeGrant(provider, cameBackTo, {
    pkceCodeVerifier: flow.verifier,
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) return null;
  const said = claims['email'] === undefined ? await fetchUserInfo(provider, tokens.access_token, claims.sub) : claims;
  const { email, email_verified: isVerified } = said as { email?: unknown; email_verified?: unknown };
  return typeof email === 'string' && isVerified === true ? email.toLowerCase() : null;
}
