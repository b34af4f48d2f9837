import { draftAction } from '../../facts/actions/draft-action.ts';
import { confirmInput } from '../../facts/inputs/sending.ts';
import { acceptOwnWords } from '../../facts/messages/texts/own-words.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { languageOf } from '../frame/language-of.ts';
import { conflicting } from '../frame/problem.ts';
import { draft } from './action-schema.ts';
import { draftBody } from './draft-action.ts';
import { drawnLetter } from './drawn-letter.ts';
import { findAction } from './find-action.ts';

export const draftWithEditsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/{id}/draft',
  tag: 'Actions',
  summary: 'Preview what would leave if an action were confirmed with these corrections',
  description:
    'The body is that of `POST /v1/actions/{id}/confirm`; nothing is stored and nothing leaves. `pdf_url` is the letter itself, ' +
    'as a `data:` link. 409 once the message is made, and for what is not sent; 409 `no_letter` of an SMS.',
  who: ['collector'],
  params: idParams,
  body: confirmInput.omit({ comment: true, draft_version: true }),
  answers: { 200: draft },
  refusals: [409],
  handle: async (request) => {
    const { params, body, context } = request;
    const row = await findAction(request, params.id);
    const { kind, letterKind } = row;
    const fact = factContext(request);
    const way = { kind, letterKind, connectors: fact.connectors };
    const edits = row.customerId === null ? {} : await acceptOwnWords(context.db, row.customerId, body, way);
    const made = row.messageId === null ? await draftAction(context.db, row, fact, edits) : null;
    if (!made) throw conflicting('no_draft', 'No message is to be made of this action.');
    if (made.kind === 'sms') throw conflicting('no_letter', 'An SMS has no letter.');
    return ok(draftBody(made, await drawnLetter(made), languageOf(request.headers)));
  },
});
