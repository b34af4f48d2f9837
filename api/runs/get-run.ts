import { runFigures } from '../../facts/runs/run-figures.ts';
import { runRefusals } from '../../facts/runs/run-refusals.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { notHere } from '../frame/problem.ts';
import { runWithRefusals, viewRun } from './run-body.ts';

export const getRunEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/runs/{id}',
  tag: 'Runs',
  summary: 'Get how far a run is, and which invoices were refused and why',
  description:
    '`done` once everything asked for was sent or refused. `to_post` of what was sent are registered letters that wait for a ' +
    'person, `by_provider` letters that the print provider posts, `registered_by_provider` of these; `uncertain` are mails of which the provider did not say whether they left. The first 10,000 refusals are listed.',
  who: ['collector'],
  params: idParams,
  answers: { 200: runWithRefusals },
  handle: async ({ params: { id }, context: { db } }) => {
    const run = await db.run.findUnique({ where: { id } });
    if (!run) throw notHere();
    const figures = await runFigures(db, [run]);
    return ok({ ...viewRun(run, figures.get(id)), refused: await runRefusals(db, id) });
  },
});
