import { z } from 'zod';
import { closeLitigation } from '../../facts/holds/close-litigation.ts';
import { paragraph } from '../../facts/inputs/fields.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { answerEnded } from './answers.ts';

export const deleteLitigationEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/invoices/{id}/litigation',
  tag: 'Holds',
  summary: 'Take an invoice out of litigation; the first step after it needs a person',
  who: ['collector'],
  params: idParams,
  body: z.strictObject({ reason: paragraph(1000).optional() }),
  answers: { 204: null },
  handle: async (request) => {
    const { params, body, context } = request;
    return answerEnded(request, await closeLitigation(context.db, factContext(request), params.id, body.reason));
  },
});
