import type { Database } from '../../prisma/client.ts';
import { conflict, invalid } from '../refused.ts';
import type { RunInput } from './create-run.ts';

type Announced = Required<Pick<RunInput, 'invoiceIds' | 'refusals' | 'byProvider'>>;

/**
 * What a dry run announced, for a run that sends that and nothing else: all its invoices in its order, those that it refused, and whether
 * the print provider was to have its simple letters. Refuses a run that is none, or of another level or mode (422), and one that still
 * judges (409).
 */
export async function announcedRun(
  db: Database,
  dryRunId: string,
  { level, mode }: Pick<RunInput, 'level' | 'mode'>,
): Promise<Announced> {
  const dry = await db.run.findUnique({ where: { id: dryRunId } });
  if (!dry?.dryRun || dry.level !== level || dry.mode !== mode)
    throw invalid('no_such_dry_run', '/of_run', 'There is no such dry run.', 'Make one of this level and mode.');
  if (!dry.takenAt) throw conflict('still_judging', 'This dry run is not done yet.');
  const items = await db.runItem.findMany({
    where: { runId: dry.id },
    select: { invoiceId: true, state: true, code: true, detail: true, letterKind: true, viaPrintProvider: true },
    orderBy: { position: 'asc' },
  });
  const refused = items.filter(({ state }) => state === 'refused');
  return {
    invoiceIds: items.map(({ invoiceId }) => invoiceId),
    byProvider: items.some(({ letterKind, viaPrintProvider }) => viaPrintProvider && letterKind === 'simple'),
    refusals: new Map(refused.map(({ invoiceId, code, detail }) => [invoiceId, { code, detail }])),
  };
}
