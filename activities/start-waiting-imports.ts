import { forgetAnswers } from '../facts/forget-answers.ts';
import { forgetFiles } from '../facts/imports/forget-files.ts';
import { startImport } from '../temporal/start-import.ts';
import { startRun } from '../temporal/start-run.ts';
import type { ActivityDeps } from './activity-deps.ts';

/**
 * Starts the workflow of every import and run that is not done, in case Temporal was away when it was to start; one
 * that is running is left alone. Also deletes the files of finished imports, and the stored answers to Idempotency-Keys
 * that are older than a day.
 */
export const createStartWaitingImports =
  (deps: ActivityDeps) =>
  async (call: { creditorId: string; at: string }): Promise<void> => {
    const { slug } = await deps.db.creditor.findUniqueOrThrow({ where: { id: call.creditorId } });
    const waiting = await deps.db.import.findMany({
      where: { creditorId: call.creditorId, status: 'running' },
      select: { id: true, kind: true },
    });
    for (const { id, kind } of waiting) {
      const of = { creditorId: call.creditorId, slug, importId: id, kind };
      await startImport(deps.dispatcher, of, new Date(call.at));
    }
    await forgetFiles(deps.db, call.creditorId);
    await forgetAnswers(deps.db);
    const runs = await deps.db.run.findMany({ where: { creditorId: call.creditorId, takenAt: null } });
    for (const run of runs) await startRun(deps.dispatcher, { ...run, slug, runId: run.id }, new Date(call.at));
  };
