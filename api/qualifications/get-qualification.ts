import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { qualification, readQualification } from './qualification.ts';

export const getQualificationEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/qualifications/{id}',
  tag: 'Specific actions',
  summary: 'Get a qualification, with the messages and the specific action that came of it',
  who: ['collector'],
  params: idParams,
  answers: { 200: qualification },
  handle: async (request) => ok(await readQualification(request, request.params.id)),
});
