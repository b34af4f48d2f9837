import { z } from 'zod';
import { TAGS } from '../../../domain/tags/tag-list.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';

export const listTagsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/tags',
  tag: 'Templates',
  summary: 'List the #tags that may stand in a template, each with a sentence',
  who: ['collector'],
  query: z.strictObject({ language: z.enum(['fr', 'en']).default('fr') }),
  answers: { 200: z.object({ data: z.array(z.object({ tag: z.string(), sentence: z.string() })) }) },
  handle: ({ query }) => ok({ data: TAGS.map(({ tag, sentence }) => ({ tag, sentence: sentence[query.language] })) }),
});
