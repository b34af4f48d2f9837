import { z } from 'zod';
import { readListedIds } from '../../facts/cases/read-listings.ts';
import { announcedRun } from '../../facts/runs/announced-run.ts';
import { createRun } from '../../facts/runs/create-run.ts';
import { startRun } from '../../temporal/start-run.ts';
import { accepted } from '../frame/answer.ts';
import { defineEndpoint, type EndpointRequest } from '../frame/endpoint.ts';
import { factContext, told } from '../frame/fact-answer.ts';
import { invalidField } from '../frame/problem.ts';
import { listingFilter } from '../invoices/invoice-filters.ts';
import { readingOf } from '../invoices/reading.ts';
import { type RunBody, runInput } from './run-body.ts';

/** A larger selection has to be split into several runs. */
const MOST = 20_000;

export const createRunEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/runs',
  tag: 'Runs',
  summary: 'Start a run: remind many invoices of one level now, by mail or by letter',
  description:
    'One reminder for each invoice, or for each customer where the scenario’s unit gathers them. The invoices are those ' +
    'named, those of a filter of `GET /v1/invoices`, else all whose `level` is due. What may not go is refused by itself: ' +
    '`wrong_level`, `held`, `paid`, `no_address`, `registered_required` and others. With `dry_run` nothing leaves and no ' +
    'case changes: `sent` and `refused` are what a run would give now. With `of_run`, the id of such a dry run, the run sends what ' +
    'that one announced and nothing that has come due since: each is judged anew, and what was refused then is refused again.',
  who: ['collector'],
  body: runInput,
  answers: { 202: z.object({ id: z.string() }) },
  handle: async (request) => {
    const { body, context, auth, at } = request;
    const { level, mode, dry_run: dryRun } = body;
    const asked = body.of_run
      ? await announcedRun(context.db, body.of_run, body)
      : { invoiceIds: body.invoice_ids ?? (await listed(request, body)) };
    const run = { level, mode, dryRun, ...asked };
    const runId = await createRun(context.db, factContext(request), run, request.requestKey);
    const { creditorId, slug } = auth;
    await told(request, () => startRun(context.dispatcher, { creditorId, slug, runId, level, mode, dryRun }, at));
    return accepted(`/v1/runs/${runId}`, { id: runId });
  },
});

/** The invoices that fit the filter, by due date. */
async function listed(request: EndpointRequest, { filter, level }: RunBody): Promise<string[]> {
  const { auth, context } = request;
  const wanted = listingFilter(filter ?? { level_due: level }, readingOf(request));
  const page = { column: 'dueOn', nullable: true, descending: false, take: MOST + 1, after: null } as const;
  const ids = await readListedIds(context.db, auth.creditorId, wanted, page);
  if (ids.length <= MOST) return ids;
  throw invalidField(
    'too_many',
    '/filter',
    `More than ${MOST} invoices fit.`,
    'Narrow the filter, and make several runs.',
  );
}
