import type { OpenStep } from '../../prisma/generated/client.ts';
import type { CaseForPlan } from './load-case.ts';

/** The columns of the invoice that a plan writes, for lists. */
export interface PlanColumns {
  /** The level whose turn comes next, null when it is done already; and the day on which the next step's turn comes. */
  nextLevel: number | null;
  nextTurnOn: Date | null;
  exhaustedAt: Date | null;
  plannedVersion: number;
}

/** What writing a plan changed of the case as it was read; absent fields did not change. */
export type PlanChange = Partial<Omit<PlanColumns, 'plannedVersion'>> & { openStep?: OpenStep | null };

/** A case once its plan is written. */
export type PlannedCase = Omit<CaseForPlan, 'openStep'> & { openStep: OpenStep | null };

/** The plan columns that changed; null when none did. */
export function changedColumns(before: PlanColumns, after: PlanColumns): Partial<PlanColumns> | null {
  const names = ['nextLevel', 'nextTurnOn', 'exhaustedAt', 'plannedVersion'] as const;
  const changed = names.filter((name) => plain(before[name]) !== plain(after[name]));
  return changed.length === 0 ? null : Object.fromEntries(changed.map((name) => [name, after[name]]));
}

const plain = (value: Date | number | null) => (value instanceof Date ? value.getTime() : value);
