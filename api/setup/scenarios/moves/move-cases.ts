import { z } from 'zod';
import { uuid } from '../../../../facts/inputs/fields.ts';
import { moveCases } from '../../../../facts/scenarios/move-cases.ts';
import { ok } from '../../../frame/answer.ts';
import { defineEndpoint } from '../../../frame/endpoint.ts';
import { carryOutFact, factContext } from '../../../frame/fact-answer.ts';
import { idParams } from '../../../frame/fields.ts';

export const moveCasesEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/scenarios/{id}/moves',
  tag: 'Scenarios',
  summary: 'Move open cases to the newest version of their scenario: some, or all',
  description:
    'Each case goes on at the next step of the newest version, and no step is repeated. A case that follows this version ' +
    'already is left alone. All of them are moved, or none.',
  who: ['supervisor'],
  params: idParams,
  body: z
    .strictObject({ invoice_ids: z.array(uuid).min(1).max(500).optional(), all: z.literal(true).optional() })
    .refine(({ invoice_ids: ids, all }) => (ids === undefined) !== (all === undefined), {
      path: ['invoice_ids'],
      message: 'or all: true is required, and not both',
    }),
  answers: { 200: z.object({ moved: z.int() }) },
  handle: async (request) => {
    const { params, body, context } = request;
    const ids = body.invoice_ids ?? null;
    const { answer, tellings } = await moveCases(context.db, factContext(request), params.id, ids);
    await carryOutFact(request, { tellings });
    return ok(answer);
  },
});
