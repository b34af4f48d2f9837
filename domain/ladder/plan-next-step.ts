import type { Plan, PlanInput } from './plan.ts';

/** What leaves next, when, and why (DESIGN §4). Pure: the same input gives the same plan. */
export function planNextStep(_input: PlanInput): Plan {
  throw new Error('not written yet');
}
