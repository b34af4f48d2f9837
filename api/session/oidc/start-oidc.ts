import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { z } from 'zod';
import { redirect } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { notHere } from '../../frame/problem.ts';
import { isSecure } from '../../frame/session-cookie.ts';
import { discover } from './discover.ts';
import { flowCookie } from './flow-cookie.ts';
import { OIDC_CALLBACK, OIDC_START } from './paths.ts';
import { pathSaying, returnPath } from './return-path.ts';

export const startOidcEndpoint = defineEndpoint({
  method: 'GET',
  path: OIDC_START,
  tag: 'Session',
  summary: 'Start a sign-in with the configured provider',
  description: 'For a browser. 404 where no provider is configured.',
  who: 'anyone',
  query: z.strictObject({
    creditor: z.string().max(100).optional(),
    return_to: z
      .string()
      .max(4_000)
      .optional()
      .meta({ description: 'The path of this site to go to after signing in; anything else counts as `/`.' }),
  }),
  answers: { 302: null },
  refusals: [404],
  handle: async ({ query, context: { settings, log } }) => {
    const { oidc } = settings;
    if (!oidc) throw notHere();
    const returnTo = returnPath(query.return_to);
    try {
      const provider = await discover(oidc);
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const url = buildAuthorizationUrl(provider, {
        redirect_uri: settings.api.publicUrl + OIDC_CALLBACK,
        scope: 'openid email profile',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      const started = { state, nonce, verifier, creditor: query.creditor ?? null, returnTo };
      return redirect(url.href, [flowCookie(started, oidc.clientSecret, isSecure(settings))]);
    } catch (error) {
      log.warn({ code: (error as { code?: unknown }).code }, 'the sign-in provider does not answer');
      return redirect(pathSaying(returnTo, { signin: 'failed' }), []);
    }
  },
});
