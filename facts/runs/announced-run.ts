import type { Database } from '../../prisma/client.ts';
import { conflict, invalid } from '../refused.ts';
import type { RunInput } from './create-run.ts';

type Announced = Required<Pick<RunInput, 'invoiceIds' | 'refusals' | 'byProvider'>>;

/**
 * What a dry run announced, for a run that sends exactly that: all its invoices in order, those it refused, and whether
 * simple letters were to go to the print provider. Refuses an unknown dry run or one of another level or mode (422),
 * and one not finished yet (409).
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
