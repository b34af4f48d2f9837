import { parseCookie, stringifySetCookie } from 'cookie';
import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from '../../config/settings.ts';

/** The name of the cookie that a signed-in browser sends. */
export const SESSION_COOKIE = 'relance_session';
const TOKEN = /^[\w-]{43}$/;

/** The token of the session cookie; null when it is missing or cannot be one. */
export function sessionTokenOf(headers: IncomingHttpHeaders): string | null {
  const token = parseCookie(headers.cookie ?? '')[SESSION_COOKIE];
  return token !== undefined && TOKEN.test(token) ? token : null;
}

/** Whether the API is reached by https, so that its cookies must never be sent by http. */
export const isSecure = (settings: Settings): boolean => settings.api.publicUrl.startsWith('https:');

/** The `Set-Cookie` header of a sign-in: for our own pages only, unreadable for scripts, gone when the browser is closed. */
export const sessionCookie = (token: string, settings: Settings): string =>
  stringifySetCookie({
    name: SESSION_COOKIE,
    value: token,
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: isSecure(settings),
  });

/** The `Set-Cookie` header that removes the cookie. */
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
