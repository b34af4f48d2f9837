import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from '../../config/settings.ts';
import { Problem } from './problem.ts';

type Origin = 'ours' | 'another' | 'unsaid';

/**
 * Which site the browser says the request comes from. No script can set `Sec-Fetch-Site`; browsers too old for it
 * send `Origin` with everything except GET.
 */
function originOf(headers: IncomingHttpHeaders, settings: Settings): Origin {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' ? 'ours' : 'another';
  const { origin, host } = headers;
  if (origin === undefined) return 'unsaid';
  if (!URL.canParse(origin)) return 'another';
  return new URL(origin).host === host || origin === new URL(settings.api.publicUrl).origin ? 'ours' : 'another';
}

const crossSite = (): Problem =>
  new Problem(403, 'cross_site', 'With a session, changes are asked for by our own pages only. Others send a key.');

/** For requests authenticated by the cookie, which a browser sends by itself: a change must come from our own pages. */
export function requireOurOrigin(headers: IncomingHttpHeaders, settings: Settings): void {
  if (originOf(headers, settings) !== 'ours') throw crossSite();
}

/** For signing in and out, which a program may do as well: only a page of another site is refused. */
export function refuseOtherOrigin(headers: IncomingHttpHeaders, settings: Settings): void {
  if (originOf(headers, settings) === 'another') throw crossSite();
}
