import type { Run } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import { conflict, notFound } from '../refused.ts';
import { runFigures } from './run-figures.ts';
import { asJson } from '../stored-json.ts';

/**
 * A person stops a run: from here on it takes nothing more and none of its messages is handed over, whatever is working
 * on it. Its worker then takes back what is still here, and ends it. What has left stays. A stopped run stays as it is;
 * a finished run and a dry run are refused (409).
 */
export async function stopRun(db: Database, context: FactContext, runId: string): Promise<Run> {
  const run = await db.run.findFirst({ where: { id: runId, creditorId: context.creditorId } });
  if (!run) throw notFound();
  if (run.stoppedAt) return run;
  if (run.dryRun) throw conflict('dry_run', 'A dry run sends nothing: there is nothing to stop.');
  const figures = (await runFigures(db, [run])).get(runId);
  if (figures?.status === 'done') throw conflict('run_over', 'This run is over: there is nothing left to stop.');
  const stoppedBy = asJson(context.actor);
  // Opens it again if everything was taken already, because messages may have to be taken back.
  const data = { stoppedAt: context.at, stoppedBy, takenAt: null };
  await db.run.updateMany({ where: { id: runId, stoppedAt: null }, data });
  return db.run.findUniqueOrThrow({ where: { id: runId } });
}
