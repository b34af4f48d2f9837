import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { reminderInput } from '../../facts/inputs/sending.ts';
import { draftReminder, sendByHand } from '../../facts/messages/by-hand/hand-reminder.ts';
import { accepted, ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { idParams, queryBoolean } from '../frame/fields.ts';
import { languageOf } from '../frame/language-of.ts';
import { readMessageBody } from '../messages/message-body.ts';
import { message } from '../messages/message-schema.ts';
import { preparedBody, preparedReminder } from './prepared-body.ts';

export const sendReminderEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/{id}/reminders',
  tag: 'Messages',
  summary: 'Send one reminder of an invoice now, by hand',
  description:
    'At the next level it is that step; at the level reached it repeats it; without a level it is an extra. Litigation and ' +
    'dispute stop it; over a promise or a pause, and at a level of 1 or more before the day after the due date, say why in ' +
    '`override_reason`. With `?dry_run=true`, what would leave: nothing is stored.',
  who: ['collector'],
  params: idParams,
  query: z.strictObject({ dry_run: queryBoolean.default(false) }),
  body: reminderInput,
  answers: { 200: preparedReminder, 202: message },
  handle: async (request) => {
    const { params, query, body, context } = request;
    const { db } = context;
    const fact = factContext(request);
    if (query.dry_run)
      return ok(await preparedBody(await draftReminder(db, fact, params.id, body), languageOf(request.headers)));
    const sent = await sendByHand(db, fact, params.id, body, request.requestKey ?? uuidv7());
    await carryOutFact(request, sent);
    const { messageId } = sent;
    return accepted(`/v1/messages/${messageId}`, await readMessageBody(request, messageId));
  },
});
