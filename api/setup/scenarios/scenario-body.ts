import { z } from 'zod';
import { ladderWarnings } from '../../../domain/ladder/ladder-warnings.ts';
import { CHANNELS, LETTER_KINDS, STEP_ANCHORS, STEP_MODES } from '../../../domain/ladder/step.ts';
import { DEBTOR_KINDS } from '../../../domain/reminder-content.ts';
import { line, localDate, stepLevel, uuid } from '../../../facts/inputs/fields.ts';
import type { Scenario, ScenarioStep, ScenarioVersion } from '../../../prisma/generated/client.ts';
import { shownId } from '../../frame/fields.ts';

const unit = z.enum(['invoice', 'level', 'account']);
const debtorKind = z.enum(DEBTOR_KINDS);

const step = {
  key: line(60),
  level: stepLevel,
  kind: z.enum(CHANNELS),
  anchor: z.enum(STEP_ANCHORS),
  delay_days: z
    .int()
    .min(-365)
    .max(3650)
    .meta({ description: 'Calendar days after the anchor; a negative number means before it' }),
  mode: z.enum(STEP_MODES),
};
const letterKind = z.enum(LETTER_KINDS);

const stepInput = z.strictObject({
  ...step,
  mode: step.mode.default('to_confirm'),
  letter_kind: letterKind.nullish(),
  template_id: uuid.nullish(),
  may_precede_due: z
    .boolean()
    .default(false)
    .meta({ description: 'For level 1 or 2: the step leaves on its day even if the invoice is not overdue yet' }),
});
export type StepInput = z.output<typeof stepInput>;

export const scenarioInput = z.strictObject({
  name: line(120),
  unit: unit.optional(),
  steps: z.array(stepInput).min(1).max(20),
  default_for: z.array(debtorKind).max(3).optional(),
});
export const scenarioChange = scenarioInput.partial();

export const simulationInput = z.strictObject({
  issued_on: localDate,
  due_on: localDate,
  after: z
    .strictObject({ key: z.string(), on: localDate })
    .optional()
    .describe(
      'Simulate only the steps after this one, as if it left on this day. No steps when the scenario does not have this one.',
    ),
});

export const simulationView = z.object({
  steps: z.array(z.object({ key: z.string(), level: z.int(), due_at: z.iso.datetime(), mode: step.mode })),
});

export const scenarioView = z
  .object({
    id: shownId,
    name: z.string(),
    unit,
    default_for: z.array(debtorKind),
    version: z.int(),
    steps: z.array(
      z.object({
        ...step,
        letter_kind: letterKind.nullable(),
        template_id: shownId.nullable(),
        may_precede_due: z.boolean(),
      }),
    ),
    warnings: z
      .array(z.string())
      .meta({ description: 'What the author of the scenario should know, as French sentences.' }),
  })
  .meta({ id: 'Scenario' });

/** A scenario with its newest version. */
export type StoredScenario = Scenario & { versions: (ScenarioVersion & { steps: ScenarioStep[] })[] };

/** How Prisma reads a scenario: its versions newest first; the first one is in force. */
export const WITH_STEPS = {
  versions: { orderBy: { version: 'desc' }, take: 1, include: { steps: { orderBy: { position: 'asc' } } } },
} as const;

export function viewScenario(row: StoredScenario): z.output<typeof scenarioView> {
  const version = row.versions[0];
  return {
    id: row.id,
    name: row.name,
    unit: version?.unit ?? 'invoice',
    default_for: row.defaultFor,
    version: row.currentVersion,
    steps: (version?.steps ?? []).map((of) => ({
      key: of.key,
      level: of.level,
      kind: of.kind,
      letter_kind: of.letterKind,
      anchor: of.anchor,
      delay_days: of.delayDays,
      mode: of.mode,
      template_id: of.templateId,
      may_precede_due: of.mayPrecedeDue,
    })),
    warnings: ladderWarnings(version?.steps ?? []),
  };
}
