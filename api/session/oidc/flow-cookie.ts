import { parseCookie, stringifySetCookie } from 'cookie';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { seal, unseal } from '../../frame/sealed.ts';

const NAME = 'relance_oidc';
const MINUTES_10_S = 600;
const flow = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  creditor: z.string().nullable(),
  /** Where to go once signed in: a path of this site. */
  returnTo: z.string().default('/'),
  until: z.number(),
});

/** What the provider's answer has to match; kept in the browser that started the sign-in. */
export type Flow = Omit<z.output<typeof flow>, 'until'>;

const attributes = (secure: boolean) =>
  // Lax, because the browser comes back from the provider's page.
  ({ httpOnly: true, sameSite: 'lax', path: '/v1/session/oidc', secure }) as const;

/** The `Set-Cookie` header of a browser that starts to sign in: sealed with a secret of ours and valid for ten minutes. */
export function flowCookie(started: Flow, secret: string, secure: boolean): string {
  const value = seal(JSON.stringify({ ...started, until: Date.now() + MINUTES_10_S * 1000 }), secret);
  return stringifySetCookie({ name: NAME, value, ...attributes(secure), maxAge: MINUTES_10_S });
}

/** The `Set-Cookie` header that removes the cookie once the browser is back. */
export const noFlowCookie = (secure: boolean): string =>
  stringifySetCookie({ name: NAME, value: '', ...attributes(secure), maxAge: 0 });

/** The sign-in that this browser started; null when there is none, it has expired, or it was sealed with another secret. */
export function flowOf(headers: IncomingHttpHeaders, secret: string): Flow | null {
  const sealed = parseCookie(headers.cookie ?? '')[NAME];
  if (!sealed) return null;
  try {
    const read = flow.parse(JSON.parse(unseal(sealed, secret)));
    return read.until > Date.now() ? read : null;
  } catch {
    return null;
  }
}
