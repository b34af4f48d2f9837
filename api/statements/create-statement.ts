import { z } from 'zod';
import { statementInput } from '../../facts/inputs/statement.ts';
import { createStatement } from '../../facts/third-parties/create-statement.ts';
import { accepted } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';

export const createStatementEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/third-parties/{id}/statements',
  tag: 'Third parties',
  summary: 'Send a referrer or a notary a statement of the unpaid files chosen',
  description:
    'By mail with the statement attached, or as a letter to be printed. A third party that is the notary in any file gets ' +
    'the notary’s text; a referrer that is not `professional` gets no statement. Once the statement is sent, its day is ' +
    'noted on each file (`last_statement_to_referrer_on`, `last_statement_to_notary_on`), and the history of each file says ' +
    'what was disclosed. 422 names each file that is not theirs, is paid, in litigation or in dispute; nothing is sent ' +
    'then.',
  who: ['collector'],
  params: idParams,
  body: statementInput,
  answers: { 202: z.object({ id: z.string() }) },
  handle: async (request) => {
    const { params, body, context, requestKey } = request;
    const id = await createStatement(context.db, factContext(request), params.id, body, requestKey);
    await carryOutFact(request, { startMessageIds: [id], tellings: [] });
    return accepted(`/v1/statements/${id}`, { id });
  },
});
