import { z } from 'zod';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { OIDC_START } from './oidc/paths.ts';

export const listWaysEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/session/ways',
  tag: 'Session',
  summary: 'List the ways to sign in here',
  who: 'anyone',
  answers: {
    200: z
      .object({
        password: z.boolean(),
        demo: z.boolean().meta({ description: 'Whether `POST /v1/session/demo` is available.' }),
        oidc: z
          .object({ name: z.string(), start_url: z.string() })
          .nullable()
          .meta({ description: 'Sign-in with an external provider: the address to send the browser to.' }),
      })
      .meta({ id: 'SignInWays' }),
  },
  handle: ({ context: { settings, demoTime } }) => {
    const oidc = settings.oidc && { name: settings.oidc.name, start_url: OIDC_START };
    return ok({ password: true, demo: demoTime !== null, oidc });
  },
});
