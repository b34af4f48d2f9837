import { z } from 'zod';
import { created, noContent, ok } from '../../../api/frame/answer.ts';
import { defineEndpoint } from '../../../api/frame/endpoint.ts';
import { idParams } from '../../../api/frame/fields.ts';
import { conflicting, notHere } from '../../../api/frame/problem.ts';
import { rawBody } from '../../../api/frame/raw-body.ts';

/** What the endpoints did, and how they are to behave. */
export const things = {
  handled: 0,
  requestKey: null as string | null,
  release: null as (() => void) | null,
  fails: false,
};

const thing = z.strictObject({
  name: z.string().min(1).max(20),
  size: z.int().optional(),
  inner: z.strictObject({ tags: z.array(z.string()).max(3) }).optional(),
});
const about = { tag: 'Test', summary: 'Test', who: ['supervisor'] as const };
/** Endpoints without any business: all that they answer comes from the frame. */
export const endpoints = [
  defineEndpoint({
    ...about,
    method: 'POST',
    path: '/v1/things',
    body: thing,
    answers: { 201: z.object({ id: z.string() }) },
    handle: async ({ body, requestKey }) => {
      things.handled += 1;
      things.requestKey = requestKey;
      const id = String(things.handled);
      if (things.fails) throw new Error('a secret of ours');
      if (body.name === 'slow') await new Promise<void>((resolve) => (things.release = resolve));
      return created(`/v1/things/${id}`, { name: body.name, id });
    },
  }),
  defineEndpoint({
    ...about,
    method: 'GET',
    path: '/v1/things/{id}',
    params: idParams,
    query: z.strictObject({ size: z.enum(['s', 'l']).optional() }),
    answers: { 200: thing },
    handle: ({ params }) => {
      if (params.id !== '018f0000-0000-7000-8000-000000000001') throw notHere();
      return ok({ name: 'one' }, { version: 3 });
    },
  }),
  defineEndpoint({
    ...about,
    method: 'PATCH',
    path: '/v1/things/{id}',
    params: idParams,
    body: thing.partial(),
    answers: { 200: thing },
    handle: ({ matches }) => {
      matches(3);
      return ok({ name: 'changed' });
    },
  }),
  defineEndpoint({
    ...about,
    method: 'DELETE',
    path: '/v1/things/{id}',
    params: idParams,
    answers: { 204: null },
    handle: () => noContent(),
  }),
  defineEndpoint({
    ...about,
    method: 'GET',
    path: '/v1/things/counters',
    answers: { 200: z.object({}) },
    handle: () => ok({ all: 0 }),
  }),
  defineEndpoint({
    ...about,
    method: 'POST',
    path: '/v1/things/{id}/refusals',
    params: idParams,
    answers: { 204: null },
    handle: () => {
      things.handled += 1;
      throw conflicting('refused', `Refused for the ${things.handled}th time.`);
    },
  }),
  defineEndpoint({
    ...about,
    method: 'POST',
    path: '/v1/files',
    body: rawBody(['text/csv'], 2_000_000),
    answers: { 200: z.object({}) },
    handle: ({ body }) => ok({ bytes: body.length }),
  }),
];

export const ONE = '018f0000-0000-7000-8000-000000000001';
