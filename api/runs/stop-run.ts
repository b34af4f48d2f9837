import { runFigures } from '../../facts/runs/run-figures.ts';
import { runRefusals } from '../../facts/runs/run-refusals.ts';
import { stopRun } from '../../facts/runs/stop-run.ts';
import { startRun } from '../../temporal/start-run.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext, told } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { runWithRefusals, viewRun } from './run-body.ts';

export const stopRunEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/runs/{id}/stop',
  tag: 'Runs',
  summary: 'Stop a run that goes on: what has not left does not leave',
  description:
    'From the answer on, nothing more of the run is handed to a provider. Everything that has not been sent is refused as ' +
    '`stopped` within moments; then the run is `done`, and its steps are planned again as if the run had never asked for ' +
    'them. What was sent stays sent, a person is asked about a mail whose outcome is unknown, and a registered letter that ' +
    'is ready waits to be posted. Repeating it gives the same answer; 409 `run_over` for a run that has ended by itself, ' +
    '`dry_run` for a dry run.',
  who: ['collector'],
  params: idParams,
  answers: { 200: runWithRefusals },
  refusals: [409],
  handle: async (request) => {
    const { params, context, auth, at } = request;
    const { db, dispatcher } = context;
    const run = await stopRun(db, factContext(request), params.id);
    if (run.takenAt === null)
      await told(request, () => startRun(dispatcher, { ...run, slug: auth.slug, runId: run.id }, at));
    const figures = await runFigures(db, [run]);
    return ok({ ...viewRun(run, figures.get(run.id)), refused: await runRefusals(db, run.id) });
  },
});
