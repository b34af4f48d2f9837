import { isOfCustomer } from '../../facts/actions/of-customer.ts';
import { confirmInput } from '../../facts/inputs/sending.ts';
import { acceptOwnWords } from '../../facts/messages/texts/own-words.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { action } from './action-schema.ts';
import { answerDecision } from './decide-action.ts';
import { checkPrepared } from './draft-action.ts';
import { findAction } from './find-action.ts';

export const confirmActionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/{id}/confirm',
  tag: 'Actions',
  summary: 'Confirm an action: what is prepared is sent at once, with a person’s corrections',
  description:
    'The answer is the verdict of the case’s workflow: 409 when the action is already confirmed, held, withdrawn or not ' +
    'due. Confirming a task that asks for attention means “go on”; confirming one about a statement, an acknowledgement or ' +
    'an internal mail that was not sent means “send it again”. Give the `draft_version` of the draft that you read to get ' +
    '409 `draft_changed` when the message would say something else by now, for example because a payment came in.',
  who: ['collector'],
  params: idParams,
  body: confirmInput,
  answers: { 200: action },
  handle: async (request) => {
    const { params, body, context } = request;
    const row = await findAction(request, params.id);
    const { kind, letterKind } = row;
    const fact = factContext(request);
    const way = { kind, letterKind, connectors: fact.connectors };
    const edits = isOfCustomer(row) ? await acceptOwnWords(context.db, row.customerId, body, way) : {};
    await checkPrepared(context.db, row, fact, edits);
    const { comment, draft_version: draftVersion } = body;
    const said = { ...(comment ? { comment } : {}), ...(draftVersion ? { draftVersion } : {}) };
    return answerDecision(request, row, 'confirmStep', { edits, ...said });
  },
});
