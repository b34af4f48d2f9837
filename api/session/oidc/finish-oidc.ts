import { z } from 'zod';
import { openSession } from '../../../facts/people/sessions.ts';
import { type Answer, redirect } from '../../frame/answer.ts';
import { type AppContext, defineEndpoint } from '../../frame/endpoint.ts';
import { notHere } from '../../frame/problem.ts';
import { isSecure, sessionCookie } from '../../frame/session-cookie.ts';
import { discover } from './discover.ts';
import { type Flow, flowOf, noFlowCookie } from './flow-cookie.ts';
import { OIDC_CALLBACK } from './paths.ts';
import { pathSaying } from './return-path.ts';
import { verifiedEmail } from './verified-email.ts';

export const finishOidcEndpoint = defineEndpoint({
  method: 'GET',
  path: OIDC_CALLBACK,
  tag: 'Session',
  summary: 'Finish a sign-in with the configured provider',
  description:
    'For a browser: redirects to the path that the sign-in started with, `/` by default. On failure it redirects with ' +
    '`?signin=unknown` (there is no such user), `?signin=which_creditor&creditors=…` or `?signin=failed`.',
  who: 'anyone',
  // Providers add parameters of their own: `iss`, `session_state`, …
  query: z.looseObject({ code: z.string().optional(), state: z.string().optional() }),
  answers: { 302: null },
  refusals: [404],
  handle: async ({ query, headers, context }) => {
    const { settings, log } = context;
    if (!settings.oidc) throw notHere();
    const done = (to: string, cookies: string[] = []) => redirect(to, [noFlowCookie(isSecure(settings)), ...cookies]);
    const flow = flowOf(headers, settings.oidc.clientSecret);
    if (!flow) return done('/?signin=failed');
    try {
      const cameBackTo = new URL(settings.api.publicUrl + OIDC_CALLBACK);
      for (const [name, value] of Object.entries(query)) cameBackTo.searchParams.set(name, String(value));
      const email = await verifiedEmail(await discover(settings.oidc), cameBackTo, flow);
      return email === null
        ? done(pathSaying(flow.returnTo, { signin: 'unknown' }))
        : await signIn(context, email, flow, done);
    } catch (error) {
      log.warn({ code: (error as { code?: unknown }).code }, 'a sign-in came back that does not fit');
      return done(pathSaying(flow.returnTo, { signin: 'failed' }));
    }
  },
});

async function signIn(
  { db, settings }: AppContext,
  email: string,
  { creditor, returnTo }: Flow,
  done: (to: string, cookies?: string[]) => Answer,
): Promise<Answer> {
  const people = await db.user.findMany({
    where: { email, ...(creditor === null ? {} : { creditor: { slug: creditor } }) },
    include: { creditor: { select: { slug: true } } },
    orderBy: { creditor: { name: 'asc' } },
  });
  const [person, another] = people;
  if (!person) return done(pathSaying(returnTo, { signin: 'unknown' }));
  if (another) {
    const creditors = people.map((one) => one.creditor.slug).join(',');
    return done(pathSaying(returnTo, { signin: 'which_creditor', creditors }));
  }
  const { token } = await openSession(db, person);
  return done(returnTo, [sessionCookie(token, settings)]);
}
