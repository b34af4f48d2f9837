import type { Endpoint } from '../frame/endpoint.ts';
import { changeMeEndpoint } from './change-me.ts';
import { changePasswordEndpoint } from './change-password.ts';
import { getMeEndpoint } from './get-me.ts';
import { getSessionEndpoint } from './get-session.ts';
import { listWaysEndpoint } from './list-ways.ts';
import { finishOidcEndpoint } from './oidc/finish-oidc.ts';
import { startOidcEndpoint } from './oidc/start-oidc.ts';
import { signInDemoEndpoint } from './sign-in-demo.ts';
import { signInEndpoint } from './sign-in.ts';
import { signOutEndpoint } from './sign-out.ts';

/** Signing in and out of the console. */
export const sessionRoutes: readonly Endpoint[] = [
  getSessionEndpoint,
  signInEndpoint,
  signOutEndpoint,
  changePasswordEndpoint,
  getMeEndpoint,
  changeMeEndpoint,
  listWaysEndpoint,
  signInDemoEndpoint,
  startOidcEndpoint,
  finishOidcEndpoint,
];
