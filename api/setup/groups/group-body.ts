import { z } from 'zod';
import type { Criteria } from '../../../domain/groups/criteria.ts';
import { readCriteria } from '../../../domain/groups/read-criteria.ts';
import { line, uuid } from '../../../facts/inputs/fields.ts';
import type { CustomerGroup } from '../../../prisma/generated/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { shownId } from '../../frame/fields.ts';
import { unprocessable } from '../../frame/problem.ts';
import { asJson } from '../../../facts/stored-json.ts';

const FIRST_PRIORITY = 1;
const LAST_PRIORITY = 10_000;

const shownAsObject = ({ jsonSchema }: { jsonSchema: object }): void =>
  void Object.assign(jsonSchema, {
    type: 'object',
    description: '{all|any: [{field, op, value} or such a list again]}',
  });

/** Checked by the domain's own rules, which say where each fault is. */
const criteria = z
  .unknown()
  .transform((value, context): Criteria => {
    const { criteria: read, faults } = readCriteria(value);
    for (const { path, message } of faults) context.addIssue({ code: 'custom', path, message });
    return read ?? { all: [] };
  })
  .meta({ override: shownAsObject });

export const groupInput = z.strictObject({
  name: line(120),
  priority: z.int().min(FIRST_PRIORITY).max(LAST_PRIORITY),
  criteria,
  scenario_id: uuid.nullish(),
  collector_id: uuid.nullish(),
});

/** Absent fields keep their values. */
export const groupChange = z.strictObject({
  name: groupInput.shape.name.optional(),
  priority: groupInput.shape.priority.optional(),
  criteria: criteria.optional(),
  scenario_id: uuid.nullish(),
  collector_id: uuid.nullish(),
});

export const groupView = z
  .object({
    id: shownId,
    name: z.string(),
    priority: z.int(),
    criteria: z.record(z.string(), z.unknown()),
    scenario_id: shownId.nullable(),
    collector_id: shownId.nullable(),
    member_count: z.int(),
  })
  .meta({ id: 'Group' });

/** What Prisma has to read with a group. */
export const WITH_MEMBERS = { _count: { select: { customers: true } } } as const;

export function viewGroup(row: CustomerGroup & { _count: { customers: number } }): z.output<typeof groupView> {
  return {
    id: row.id,
    name: row.name,
    priority: row.priority,
    criteria: row.criteria as Record<string, unknown>,
    scenario_id: row.scenarioId,
    collector_id: row.collectorId,
    member_count: row._count.customers,
  };
}

type Change = z.output<typeof groupChange>;

/** The given fields as columns. */
export function groupColumns({ name, priority, criteria: given, scenario_id, collector_id }: Change) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(priority === undefined ? {} : { priority }),
    ...(given === undefined ? {} : { criteria: asJson(given) }),
    ...(scenario_id === undefined ? {} : { scenarioId: scenario_id }),
    ...(collector_id === undefined ? {} : { collectorId: collector_id }),
  };
}

/** Refuses a scenario or a collector that does not exist for this creditor. */
export async function checkGroup(db: Database, change: Change): Promise<void> {
  const { scenario_id: scenarioId, collector_id: collectorId } = change;
  const missing = (pointer: string, what: string, fix: string) => ({
    pointer,
    detail: `There is no such ${what}.`,
    fix,
  });
  const faults = [
    ...(scenarioId && !(await db.scenario.findUnique({ where: { id: scenarioId } }))
      ? [missing('/scenario_id', 'scenario', 'Name one of GET /v1/scenarios.')]
      : []),
    ...(collectorId && !(await db.user.findUnique({ where: { id: collectorId } }))
      ? [missing('/collector_id', 'user', 'Name one of GET /v1/users.')]
      : []),
  ];
  if (faults.length > 0) throw unprocessable('unknown_id', faults, faults[0]!.detail);
}
