import { deleteSpecific } from '../../facts/specific-actions/delete-specific.ts';
import { tellSpecificActions } from '../../temporal/tell-specific.ts';
import { noContent } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';

export const deleteSpecificActionEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/specific-actions/{id}',
  tag: 'Specific actions',
  summary: 'Delete a specific action that has not left; the scenario goes on',
  description: '409 once it is done or on its way.',
  who: ['collector'],
  params: idParams,
  answers: { 204: null },
  refusals: [409],
  handle: async (request) => {
    const { params, context, at } = request;
    const { db, dispatcher } = context;
    const tellings = await deleteSpecific(db, factContext(request), params.id);
    await carryOutFact(request, { tellings }, () => tellSpecificActions(db, dispatcher, [params.id], at));
    return noContent();
  },
});
