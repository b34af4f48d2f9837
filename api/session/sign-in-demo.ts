import { z } from 'zod';
import { DEMO_CREDITOR } from '../../facts/demo/demo-creditor.ts';
import { refuseOtherOrigin } from '../frame/cross-site.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { notHere } from '../frame/problem.ts';
import { sessionView } from './session-view.ts';
import { signedIn } from './signed-in.ts';

export const signInDemoEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/session/demo',
  tag: 'Demonstration',
  summary: 'Sign in as one of the demonstration’s people, without a password',
  description: 'Only where the stack runs with its demonstration clock; otherwise 404.',
  who: 'anyone',
  body: z.strictObject({ role: z.enum(['collector', 'supervisor', 'admin']).default('supervisor') }),
  answers: { 201: sessionView },
  refusals: [403, 404],
  handle: async ({ body: { role }, headers, context }) => {
    if (!context.demoTime) throw notHere();
    refuseOtherOrigin(headers, context.settings);
    const user = await context.db.user.findFirst({
      where: { role, creditor: { slug: DEMO_CREDITOR } },
      orderBy: { id: 'asc' },
    });
    if (!user) throw notHere();
    return await signedIn(context, user);
  },
});
