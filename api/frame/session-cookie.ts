import { parseCookie, stringifySetCookie } from 'cookie';
import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from '../../config/settings.ts';

/** The name of the cookie that a signed-in browser sends. */
export const SESSION_COOKIE = 'relance_session';
const TOKEN = /^[\w-]{43}$/;

/** The token of the session cookie; null without one that could be. */
export function sessionTokenOf(headers: IncomingHttpHeaders): string | null {
  const token = parseCookie(headers.cookie ?? '')[SESSION_COOKIE];
  return token !== undefined && TOKEN.test(token) ? token : null;
}

/** Whether the page is reached by https, so that no cookie may ever leave by http. */
export const isSecure = (settings: Settings): boolean => settings.api.publicUrl.startsWith('https:');

/** `Set-Cookie` for who signs in: for our own pages alone, and for no script. It goes with the browser's session. */
export const sessionCookie = (token: string, settings: Settings): string =>
  stringifySetCookie({
    name: SESSION_COOKIE,
    value: token,
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: isSecure(settings),
  });

/** `Set-Cookie` that takes it away. */
export const noSessionCookie = (settings: Settings): string =>
  stringifySetCookie({
    name: SESSION_COOKIE,
    value: '',
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: isSecure(settings),
    maxAge: 0,
  });
