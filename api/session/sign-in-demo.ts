import { z } from 'zod';
import { isOwnHost } from '../../config/own-hosts.ts';
import type { Settings } from '../../config/settings.ts';
import { DEMO_CREDITOR } from '../../facts/demo/demo-creditor.ts';
import { refuseOtherOrigin } from '../frame/cross-site.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { notHere, Problem } from '../frame/problem.ts';
import { sessionView } from './session-view.ts';
import { signedIn } from './signed-in.ts';

export const signInDemoEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/session/demo',
  tag: 'Demonstration',
  summary: 'Sign in as one of the demonstration’s people, without a password',
  description: 'Available only when the stack runs with its demonstration clock; otherwise 404.',
  who: 'anyone',
  body: z.strictObject({ role: z.enum(['collector', 'supervisor', 'admin']).default('supervisor') }),
  answers: { 201: sessionView },
  refusals: [403, 404, 421],
  handle: async ({ body: { role }, headers, context }) => {
    if (!context.demoTime) throw notHere();
    refuseOtherOrigin(headers, context.settings);
    refuseOtherHost(headers.host, context.settings.api);
    const user = await context.db.user.findFirst({
      where: { role, creditor: { slug: DEMO_CREDITOR } },
      orderBy: { id: 'asc' },
    });
    if (!user) throw notHere();
    return await signedIn(context, user);
  },
});

/** Signing in needs no key here, so a site whose name is made to resolve to this machine (DNS rebinding) has to be refused. */
function refuseOtherHost(named: string | undefined, { host, publicUrl }: Settings['api']): void {
  if (isOwnHost(named, [host, publicUrl])) return;
  const detail =
    'The demonstration signs nobody in under this name: open it by 127.0.0.1, the name of the machine or PUBLIC_URL.';
  throw new Problem(421, 'unknown_host', detail);
}
