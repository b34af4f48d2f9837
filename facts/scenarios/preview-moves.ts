import type { PlanInput } from '../../domain/ladder/plan.ts';
import { planNextStep } from '../../domain/ladder/plan-next-step.ts';
import type { Connectors } from '../../domain/messages/connectors.ts';
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { type CaseForPlan, loadCaseForPlan } from '../plan/load-case.ts';
import { planInput } from '../plan/plan-input.ts';

/** Open cases that follow an older version of the scenario than its newest. */
export const movableTo = (scenario: { id: string; currentVersion: number }): Prisma.InvoiceWhereInput => ({
  kind: 'invoice',
  closedAs: null,
  scenarioVersion: { scenarioId: scenario.id, version: { lt: scenario.currentVersion } },
});

/** What comes next under one version; null when its ladder is over. `dueAt` is null under a hold without an end. */
export interface NextByVersion {
  step: string;
  level: number;
  kind: string;
  dueAt: string | null;
  mode: string | null;
}

/** What comes next for a case now, and what would come next after its move. Nothing is written. */
export async function previewMove(
  db: Database,
  invoiceId: string,
  { at, connectors }: { at: Date; connectors: Connectors },
  newest: NonNullable<CaseForPlan['scenarioVersion']>,
): Promise<{ now: NextByVersion | null; then: NextByVersion | null }> {
  const row = await loadCaseForPlan(db, invoiceId);
  const now = await planInput(db, row, at, { connectors });
  const then = await planInput(db, { ...row, scenarioVersion: newest }, at, { connectors });
  return { now: nextBy(now), then: nextBy(then) };
}

function nextBy(input: PlanInput): NextByVersion | null {
  const plan = planNextStep(input);
  if (plan.kind === 'exhausted') return null;
  const { key: step, level, kind } = plan.step;
  const isPlanned = plan.kind === 'step';
  return { step, level, kind, dueAt: isPlanned ? plan.dueAt : null, mode: isPlanned ? plan.mode : null };
}
