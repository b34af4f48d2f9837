import { z } from 'zod';
import { uuid } from '../../facts/inputs/fields.ts';
import { letterEdits } from '../../facts/inputs/sending.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { queryBoolean } from '../frame/fields.ts';
import { answerLetters, DUPLEX, PDF } from './letters-answer.ts';

const MOST_IN_QUERY = 100;
const MOST = 500;

const queryIds = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(uuid).min(1).max(MOST_IN_QUERY))
  .meta({ override: { type: 'string', description: 'Ids of actions, separated by commas.' } });

export const getLettersEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/actions/letters.pdf',
  tag: 'Actions',
  summary: 'Download the letters of actions as one PDF, in the order given',
  description:
    'Each letter as it was made, or as it would be made now. For a mail, the letter attached to it. 409 `no_letter` when an ' +
    'action has no letter, and `not_made_yet` while one is being made; `errors` names each by its position (`/ids/0` is the ' +
    'first). ' +
    `With \`duplex=true\` ${DUPLEX}`,
  who: ['collector'],
  query: z.strictObject({ ids: queryIds, duplex: queryBoolean.default(false) }),
  answers: { 200: PDF },
  refusals: [404, 409, 410],
  handle: (request) => answerLetters(request, request.query.ids, { isDuplex: request.query.duplex }),
});

export const postLettersEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/letters.pdf',
  tag: 'Actions',
  summary: 'Download the letters of many actions as one PDF, with corrections',
  description:
    '`edits` are corrections of letters that are not made yet, in the form of `POST /v1/actions/{id}/draft` and ' +
    '`…/confirm`: they are printed but not stored. A letter that is already made keeps its text. With the `draft_version` ' +
    'of the corrected draft, 409 `draft_changed` when the letter would say something else by now. With `refuse_outdated`, ' +
    '409 `letter_outdated` names the letters that wait to be posted and should be made again first (`letter.outdated` of ' +
    '`GET /v1/actions/{id}`). ' +
    `With \`duplex\` ${DUPLEX}`,
  who: ['collector'],
  body: z.strictObject({
    ids: z.array(uuid).min(1).max(MOST),
    edits: z.array(letterEdits).max(MOST).optional(),
    refuse_outdated: z.boolean().optional(),
    duplex: z.boolean().optional(),
  }),
  answers: { 200: PDF },
  refusals: [404, 409, 410],
  handle: (request) =>
    answerLetters(request, request.body.ids, {
      edits: request.body.edits,
      refusesOutdated: request.body.refuse_outdated,
      isDuplex: request.body.duplex,
    }),
});
