import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from '../../config/settings.ts';
import { Problem } from './problem.ts';

type Origin = 'ours' | 'another' | 'unsaid';

/**
 * Which page a browser says that the request comes from. `Sec-Fetch-Site` no script can set; browsers too old for it send
 * `Origin` with everything but a GET.
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

/** For what is authenticated by the cookie, which a browser sends unasked: a change must come from a page of ours. */
export function requireOurOrigin(headers: IncomingHttpHeaders, settings: Settings): void {
  if (originOf(headers, settings) !== 'ours') throw crossSite();
}

/** For signing in and out, which a program may do too: a page of another's may not. */
export function refuseOtherOrigin(headers: IncomingHttpHeaders, settings: Settings): void {
  if (originOf(headers, settings) === 'another') throw crossSite();
}
