import { v7 as uuidv7 } from 'uuid';
import { CASE_CLOSED } from '../../domain/case/case-closed.ts';
import { cycleFrom } from '../../domain/ladder/set-level.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import { localDayAt } from '../business-calendar.ts';
import { clearAttention } from '../clear-attention.ts';
import { recordHistory } from '../history.ts';
import { settleMessage } from '../messages/settling/settle-message.ts';
import type { Telling } from '../outcome.ts';
import { withdrawExhaustedTask } from '../plan/exhausted-task.ts';
import { loadCaseForPlan } from '../plan/load-case.ts';
import { raiseVersion } from '../raise-version.ts';
import { withdrawStep } from '../withdraw-step.ts';
import { carriersOfCase } from './carriers-of-case.ts';
import { accepted, changedBy, type Judge, refused } from './decision.ts';
import { remakeRest } from './remake-rest.ts';
import { UNCERTAIN, uncertainInvoices } from './uncertain-sending.ts';

/**
 * A person sets the level, with a reason. A level below what was done or skipped begins a new cycle, in which the
 * ladder may repeat levels; today counts as the day of the level. Level 0 restarts the ladder.
 */
export const setLevel: Judge = async (tx, context, decision) => {
  const row = await loadCaseForPlan(tx, decision.invoiceId);
  const { level, reason = '' } = decision.args;
  if (level === undefined) return refused('malformed', 'The level is missing.');
  if (row.closedAs) return refused('case_closed', CASE_CLOSED);
  const carriers = await carriersOfCase(tx, row.id, row.openStep);
  if (!carriers) return refused('already_handed_over', 'A reminder is on its way already.');
  if ((await uncertainInvoices(tx, [row.id])).size > 0) return refused('uncertain', UNCERTAIN);
  const by = { ...context, actor: decision.actor };
  const cycle = cycleFrom(level, { ...row, records: row.stepRecords });
  const others: Telling[] = [];
  for (const message of carriers.here)
    others.push(...(await settleMessage(tx, by, message, { kind: 'cancelled', reason: 'withdrawn' })));
  await withdrawStep(tx, row.id, 'level_set', context.at);
  if (row.exhaustedAt) await withdrawExhaustedTask(tx, row.id, 'ladder_goes_on', context.at);
  await tx.invoice.update({
    where: { id: row.id },
    data: {
      level,
      cycle,
      exhaustedAt: null,
      postponedUntilOn: null,
      postponedStepKey: null,
      ...(cycle > row.cycle ? { confirmReason: null } : {}),
    },
  });
  const on = localDayAt(row.customer.creditor, context.at);
  await tx.stepRecord.create({
    data: {
      id: uuidv7(),
      invoiceId: row.id,
      cycle,
      level,
      outcome: 'level_set',
      on: toDateColumn(on),
      at: context.at,
      reason,
    },
  });
  await recordHistory(tx, by, [
    { customerId: row.customerId, invoiceId: row.id, kind: 'level_set', data: { level, from: row.level, reason } },
  ]);
  await clearAttention(tx, by, [row.id]);
  await raiseVersion(tx, [row.id]);
  const remadeIds = await remakeRest(tx, context, carriers.here, [row.id]);
  return accepted([...others, ...changedBy([row.id], 'level_set')], null, remadeIds);
};
