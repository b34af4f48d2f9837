import { z } from 'zod';
import { recordNote } from '../../facts/calls/record-note.ts';
import { noteInput } from '../../facts/inputs/call.ts';
import { created } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { shownId } from '../frame/fields.ts';

const note = z.object({
  id: shownId,
  customer_id: shownId,
  invoice_ids: z.array(shownId),
  text: z.string(),
  noted_at: z.iso.datetime(),
});

export const createNoteEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/notes',
  tag: 'Calls and notes',
  summary: 'Create a comment on invoices of a customer, or on the customer as a whole',
  description: 'Everybody who works on the case can read it.',
  who: ['collector'],
  body: noteInput,
  answers: { 201: note },
  refusals: [404],
  handle: async (request) => {
    const { body, context } = request;
    const stored = await recordNote(context.db, factContext(request), body);
    return created(`/v1/customers/${stored.customer_id}/account`, stored);
  },
});
