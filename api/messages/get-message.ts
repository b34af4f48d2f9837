import { z } from 'zod';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { readMessageBody } from './message-body.ts';
import { message } from './message-schema.ts';
import { namedFiles } from '../../facts/messages/texts/named-files.ts';
import { readToldStates, toldState } from './told-states.ts';

export const getMessageEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/messages/{id}',
  tag: 'Messages',
  summary: 'Get a message: to whom, when, by whom, and what became of it',
  description: '`told` is what was said of it after it left, by its provider or by a person, oldest first.',
  who: ['collector'],
  params: idParams,
  answers: {
    200: message.extend({
      told: z.array(toldState),
      attachments: z.array(z.object({ id: z.string(), filename: z.string(), size: z.int() })),
    }),
  },
  handle: async (request) => {
    const body = await readMessageBody(request, request.params.id);
    const { db } = request.context;
    const attachments = await namedFiles(db, request.auth.creditorId, body.attachment_ids);
    return ok({ ...body, attachments, told: await readToldStates(db, body) });
  },
});
