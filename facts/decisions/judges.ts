import type { DecisionName } from '../../workflows/messages.ts';
import { confirmStep } from './confirm-step.ts';
import type { Judge } from './decision.ts';
import { postponeStep } from './postpone-step.ts';
import { setLevel } from './set-level.ts';
import { skipStep } from './skip-step.ts';

/** Who judges which decision, under the lock. */
export const JUDGES: Record<DecisionName, Judge> = { confirmStep, skipStep, postponeStep, setLevel };
