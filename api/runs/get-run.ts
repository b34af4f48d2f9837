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
    '`done` once everything asked for was sent, refused or `uncertain` (the provider never said whether the mail left: a person ' +
    'settles it). Until then a run may wait: `in_doubt` counts mails whose last try got no clear answer and that are tried ' +
    'again, for at most 23 hours; `waiting_for_provider` those that the provider refuses to take for now, as with a wrong key ' +
    'or an exceeded quota. Among `sent`, `to_post` are registered letters that a person has to post, `by_provider` letters that the print provider posts, ' +
    'and `registered_by_provider` the registered ones of these. The first 10,000 refusals are listed.',
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
