import { draftAsItLeaves } from '../../facts/actions/draft-action.ts';
import { draftBody } from './draft-action.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { languageOf } from '../frame/language-of.ts';
import { idParams } from '../frame/fields.ts';
import { actionBody } from './action-body.ts';
import { letterTakenBack } from '../../facts/messages/letters/letter-taken-back.ts';
import { letterToPost } from '../../facts/messages/letters/letter-outdated.ts';
import { action, draft, letterTakenBackView, letterToPostView } from './action-schema.ts';
import { findAction, momentOf } from './find-action.ts';

export const getActionEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/actions/{id}',
  tag: 'Actions',
  summary: 'Get an action, with the draft of its message as it would leave now',
  description: '`draft` is null once the message is made (see `message_id`), and for what is not sent.',
  who: ['collector'],
  params: idParams,
  answers: {
    200: action.extend({
      draft: draft.nullable(),
      letter: letterToPostView.nullable(),
      letter_taken_back: letterTakenBackView.nullable(),
    }),
  },
  handle: async (request) => {
    const { context, params } = request;
    const row = await findAction(request, params.id);
    const made = row.messageId === null ? await draftAsItLeaves(context.db, row, factContext(request)) : null;
    const { db } = context;
    const letter = await letterToPost(
      db,
      request.auth.creditorId,
      row.state === 'open' ? row.messageId : null,
      request.at,
    );
    const back = await letterTakenBack(db, row);
    const pdfUrl = `${context.settings.api.publicUrl}/v1/actions/letters.pdf?ids=${row.id}`;
    return ok({
      ...actionBody(row, momentOf(request)),
      draft: made && draftBody(made, pdfUrl, languageOf(request.headers)),
      letter: letter && { made_on: letter.madeOn, deadline_on: letter.deadlineOn, outdated: letter.outdated },
      letter_taken_back: back && { made_on: back.madeOn, taken_back_on: back.takenBackOn },
    });
  },
});
