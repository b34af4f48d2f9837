import { z } from 'zod';
import { specificActionInput } from '../../facts/inputs/specific-action.ts';
import { createSpecific } from '../../facts/specific-actions/create-specific.ts';
import { created, ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { handedOver } from '../holds/answers.ts';
import { readSpecificAction } from './specific-action-body.ts';
import { specificAction } from './specific-action-schema.ts';

const stored = specificAction.extend({
  handed_over: handedOver,
  /** How many steps were skipped for it, with `replaces_step`; absent when the request is a repeat. */
  replaced_steps: z.int().optional(),
});

export const createSpecificActionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/specific-actions',
  tag: 'Specific actions',
  summary: 'Create a step outside the scenario on chosen invoices of one customer',
  description:
    'The scenario stops for these invoices until it is done, and goes on then. Without `execute_on` an automatic one leaves at ' +
    'once and any other waits for a person today; with it, at the send hour of that working day. What is settled or stopped by ' +
    'then falls out; when all is settled it is deleted. The actions’ own routes confirm, skip, postpone and complete it. With ' +
    '`replaces_step` the steps of these invoices whose turn has come are skipped, with that as the reason, and ' +
    '`replaced_steps` says how many were: 409 while one is on its way.',
  who: ['collector'],
  body: specificActionInput,
  answers: { 200: stored, 201: stored },
  handle: async (request) => {
    const { body, context, requestKey } = request;
    const outcome = await createSpecific(context.db, factContext(request), body, requestKey);
    const { id, replaced } = outcome.answer;
    await carryOutFact(request, outcome);
    const said = body.replaces_step && replaced !== undefined ? { replaced_steps: replaced } : {};
    const answer = { ...(await readSpecificAction(request, id)), handed_over: outcome.handedOver, ...said };
    return outcome.replayed ? ok(answer) : created(`/v1/specific-actions/${id}`, answer);
  },
});
