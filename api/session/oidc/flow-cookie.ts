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
  /** Where to go once signed in: a path of ours. */
  returnTo: z.string().default('/'),
  until: z.number(),
});

/** What the way back has to fit to; it waits in the browser that set out. */
export type Flow = Omit<z.output<typeof flow>, 'until'>;

const attributes = (secure: boolean) =>
  // Lax: the way back comes from the provider's page.
  ({ httpOnly: true, sameSite: 'lax', path: '/v1/session/oidc', secure }) as const;

/** `Set-Cookie` for who sets out, sealed with a secret of ours and good for ten minutes. */
export function flowCookie(started: Flow, secret: string, secure: boolean): string {
  const value = seal(JSON.stringify({ ...started, until: Date.now() + MINUTES_10_S * 1000 }), secret);
  return stringifySetCookie({ name: NAME, value, ...attributes(secure), maxAge: MINUTES_10_S });
}

/** `Set-Cookie` for who is back. */
export const noFlowCookie = (secure: boolean): string =>
  stringifySetCookie({ name: NAME, value: '', ...attributes(secure), maxAge: 0 });

/** The flow that this browser set out on; null when there is none, it is over, or somebody else sealed it. */
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
