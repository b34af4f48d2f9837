import { api, type Schema, versionedAnswerOf } from '../../api/client.ts';
import type { Step } from '../../ladder/step.ts';

export type Scenario = Schema<'Scenario'>;

/** A scenario as typed. */
export type ScenarioDraft = Pick<Scenario, 'name' | 'unit' | 'default_for' | 'steps'>;

export const draftOf = ({ name, unit, default_for, steps }: Scenario): ScenarioDraft => ({
  name,
  unit,
  default_for,
  steps,
});

export const readScenario = (id: string) =>
  versionedAnswerOf(api.GET('/v1/scenarios/{id}', { params: { path: { id } } }));

const REMINDER: Omit<Step, 'key' | 'level' | 'anchor'> = {
  kind: 'email',
  letter_kind: null,
  delay_days: 15,
  mode: 'to_confirm',
  template_id: null,
  may_precede_due: false,
};

export const emptyDraft = (): ScenarioDraft => ({
  name: '',
  unit: 'invoice',
  default_for: [],
  steps: [{ ...REMINDER, key: 'r1', level: 1, anchor: 'due_on' }],
});

/** The step to add: one level above the last one, with an unused key. */
export function nextStep(steps: readonly Step[]): Step {
  const last = steps.at(-1);
  const level = last ? Math.min(last.level + 1, 9) : 1;
  const taken = new Set(steps.map(({ key }) => key));
  let key = `r${level}`;
  for (let more = 2; taken.has(key); more += 1) key = `r${level}-${more}`;
  return { ...REMINDER, key, level, anchor: last ? 'previous_step' : 'due_on' };
}

/**
 * Changes the kind of a step with its dependent fields: a letter starts as a simple letter; calls and tasks have no
 * template and are done by a person; an automatic step that is no e-mail becomes `to_confirm`.
 */
export function withKind(step: Step, kind: Step['kind']): Step {
  const isPersons = kind === 'call' || kind === 'task';
  const keepsText = (kind === 'email' || kind === 'letter') && (step.kind === 'email' || step.kind === 'letter');
  return {
    ...step,
    kind,
    letter_kind: kind === 'letter' ? 'simple' : null,
    template_id: keepsText ? step.template_id : null,
    mode: isPersons ? 'manual' : step.mode === 'automatic' && kind !== 'email' ? 'to_confirm' : step.mode,
  };
}

export const isNewVersion = (before: ScenarioDraft, after: ScenarioDraft): boolean =>
  before.unit !== after.unit || JSON.stringify(before.steps) !== JSON.stringify(after.steps);
