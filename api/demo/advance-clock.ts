import { z } from 'zod';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { notHere, Problem } from '../frame/problem.ts';
import { AdvanceStuck } from './advance.ts';
import { demoClockSchema } from './get-clock.ts';

export const advanceClockEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/demo/clock',
  tag: 'Demonstration',
  summary: 'Move the demonstration’s clock forward, to noon of a later day',
  description:
    'Answers once every workflow is there and has done, day by day, what fell due on the way. One advance at a time: 409 while another runs.',
  who: ['collector'],
  body: z.strictObject({ advance_days: z.int().min(1).max(366) }),
  answers: { 200: demoClockSchema },
  refusals: [404],
  handle: async ({ context, body }) => {
    if (!context.demoTime) throw notHere();
    const settings = await context.db.settings.findFirstOrThrow({ select: { timeZone: true } });
    try {
      return ok(await context.demoTime.advance(body.advance_days, settings.timeZone));
    } catch (error) {
      if (!(error instanceof AdvanceStuck)) throw error;
      throw new Problem(503, 'advance_stuck', `${error.message}: is the worker running?`, {
        headers: { 'Retry-After': '5' },
      });
    }
  },
});
