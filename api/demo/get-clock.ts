import { z } from 'zod';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { notHere } from '../frame/problem.ts';

export const demoClockSchema = z
  .strictObject({
    now_at: z.iso.datetime().meta({ description: 'The current time of the product’s clock.' }),
    offset_days: z.int().meta({ description: 'How many days the clock is ahead of the machine’s.' }),
  })
  .meta({ id: 'DemoClock' });

export const getClockEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/demo/clock',
  tag: 'Demonstration',
  summary: 'Get what time it is in the demonstration',
  description: 'Available only when the stack runs with its demonstration clock; otherwise 404.',
  who: ['collector'],
  answers: { 200: demoClockSchema },
  refusals: [404],
  handle: async ({ context }) => {
    if (!context.demoTime) throw notHere();
    return ok(await context.demoTime.read());
  },
});
