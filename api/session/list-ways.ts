import { z } from 'zod';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';

export const listWaysEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/session/ways',
  tag: 'Session',
  summary: 'In which ways one can sign in here',
  who: 'anyone',
  answers: {
    200: z
      .object({
        password: z.boolean(),
        demo: z.boolean().meta({ description: 'POST /v1/session/demo works.' }),
        oidc: z
          .object({ name: z.string(), start_url: z.string() })
          .nullable()
          .meta({ description: 'Another’s sign-in: where a browser is sent to.' }),
      })
      .meta({ id: 'SignInWays' }),
  },
  handle: ({ context }) => ok({ password: true, demo: context.demoTime !== null, oidc: null }),
});
