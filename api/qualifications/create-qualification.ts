import { qualificationInput } from '../../facts/inputs/specific-action.ts';
import { qualify } from '../../facts/qualifications/qualify.ts';
import { created, ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { handedOver } from '../holds/answers.ts';
import { consoleUrlOf } from './console-url.ts';
import { qualification, readQualification } from './qualification.ts';

const stored = qualification.extend({ handed_over: handedOver });

export const createQualificationEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/qualifications',
  tag: 'Specific actions',
  summary: 'Record what a customer said about chosen invoices, who is told, and what follows',
  description:
    'All or nothing: a status and a comment on each invoice, an acknowledgement to the customer and an internal mail to a ' +
    'colleague, both sent at once, and then the scenario or a specific action. `promise.amount_cents` is the total for all ' +
    'invoices. Internal mails go to users and to the domains named in the settings, never to a customer.',
  who: ['collector'],
  body: qualificationInput,
  answers: { 200: stored, 201: stored },
  handle: async (request) => {
    const { body, context, requestKey } = request;
    const asking = { requestKey, consoleUrl: consoleUrlOf(context) };
    const outcome = await qualify(context.db, factContext(request), body, asking);
    const { id } = outcome.answer;
    await carryOutFact(request, outcome);
    const answer = { ...(await readQualification(request, id)), handed_over: outcome.handedOver };
    return outcome.replayed ? ok(answer) : created(`/v1/qualifications/${id}`, answer);
  },
});
