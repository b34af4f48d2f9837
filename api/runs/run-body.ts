import { z } from 'zod';
import { WRITTEN_CHANNELS } from '../../domain/ladder/step.ts';
import { stepLevel, uuid } from '../../facts/inputs/fields.ts';
import type { RunFigures } from '../../facts/runs/run-figures.ts';
import type { Actor } from '../../facts/outcome.ts';
import type { Run } from '../../prisma/generated/client.ts';
import { invoiceFilters } from '../invoices/invoice-filters.ts';
import { asActor } from '../../facts/stored-json.ts';

/** A limit for ids that are listed; a filter may select twice as many. */
const MOST_IDS = 10_000;

/** In JSON numbers are numbers; the filters expect text, as in the query of `GET /invoices`. */
const asQuery = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && !Array.isArray(given)
    ? Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
      )
    : given;

export const runInput = z
  .strictObject({
    level: stepLevel,
    invoice_ids: z.array(uuid).min(1).max(MOST_IDS).optional(),
    filter: z.preprocess(asQuery, z.strictObject(invoiceFilters)).optional(),
    /** The id of a dry run: sends what it announced, and nothing else. */
    of_run: uuid.optional(),
    mode: z.enum(WRITTEN_CHANNELS),
    dry_run: z.boolean().default(false),
  })
  .refine(({ invoice_ids: ids, filter }) => ids === undefined || filter === undefined, {
    path: ['filter'],
    message: 'Give invoice_ids or a filter, not both',
  })
  .refine(
    ({ invoice_ids: ids, filter, of_run: of }) => of === undefined || (ids === undefined && filter === undefined),
    {
      path: ['of_run'],
      message: 'Give invoice_ids or a filter, or a dry run alone',
    },
  );

export type RunBody = z.output<typeof runInput>;

/** A run in a list; `runWithRefusals` lists each refused invoice. */
export const runView = z.object({
  id: z.string(),
  level: z.int(),
  mode: z.enum(WRITTEN_CHANNELS),
  dry_run: z.boolean(),
  status: z.enum(['running', 'done']),
  total: z.int(),
  /** For a dry run: how many would be sent. */
  sent: z.int(),
  to_post: z.int(),
  /** Letters among `sent` that the print provider prints, franks and posts, and how many of them are registered. */
  by_provider: z.int(),
  registered_by_provider: z.int(),
  uncertain: z.int(),
  /** Not settled yet: mails whose try got no clear answer and that are tried again, and those that wait for the provider. */
  in_doubt: z.int(),
  waiting_for_provider: z.int(),
  refused_count: z.int(),
  /** Among `refused_count`: those not sent because the run was stopped. */
  stopped_count: z.int(),
  actor: z.object({ kind: z.string(), name: z.string() }),
  created_at: z.iso.datetime(),
  /** When a person stopped it, and who; null when nobody did. */
  stopped_at: z.iso.datetime().nullable(),
  stopped_by: z.object({ kind: z.string(), name: z.string() }).nullable(),
});

export const runWithRefusals = runView.extend({
  refused: z.array(z.object({ invoice_id: z.string(), code: z.string(), detail: z.string() })),
});

export function viewRun(run: Run, figures: RunFigures | undefined): z.output<typeof runView> {
  return {
    id: run.id,
    level: run.level,
    mode: run.mode === 'letter' ? 'letter' : 'email',
    dry_run: run.dryRun,
    status: figures?.status ?? 'running',
    total: run.total,
    sent: figures?.sent ?? 0,
    to_post: figures?.toPost ?? 0,
    by_provider: figures?.byProvider ?? 0,
    registered_by_provider: figures?.registeredByProvider ?? 0,
    uncertain: figures?.uncertain ?? 0,
    in_doubt: figures?.inDoubt ?? 0,
    waiting_for_provider: figures?.waitingForLine ?? 0,
    refused_count: figures?.refused ?? 0,
    stopped_count: figures?.stopped ?? 0,
    actor: shownActor(run.actor),
    created_at: run.createdAt.toISOString(),
    stopped_at: run.stoppedAt?.toISOString() ?? null,
    stopped_by: run.stoppedAt && shownActor(run.stoppedBy),
  };
}

function shownActor(stored: Run['stoppedBy']): Pick<Actor, 'kind' | 'name'> {
  const { kind, name } = asActor(stored);
  return { kind, name };
}
