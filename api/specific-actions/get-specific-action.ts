import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { readSpecificAction } from './specific-action-body.ts';
import { specificAction } from './specific-action-schema.ts';

export const getSpecificActionEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/specific-actions/{id}',
  tag: 'Specific actions',
  summary: 'Get a specific action, with its invoices and its author’s words',
  who: ['collector'],
  params: idParams,
  answers: { 200: specificAction },
  handle: async (request) => ok(await readSpecificAction(request, request.params.id)),
});
