import type { Channel } from '../../../prisma/generated/client.ts';
import type { Transaction } from '../../../prisma/client.ts';

interface StepToCount {
  invoiceId: string;
  cycle: number;
  stepKey: string;
  level: number;
  kind: Channel;
}

/**
 * The `repeat` of each step's first message or record, in the order given. It is 0, unless a step of an earlier ladder
 * was done under the same key in this cycle: then the next number below 0 (numbers above 0 are for what a person sends
 * again). The same step always gets the same number, so that the database lets only one message carry it.
 */
export async function stepNumbers(tx: Transaction, steps: readonly StepToCount[]): Promise<number[]> {
  const listed = JSON.stringify(
    steps.map(({ invoiceId, cycle, stepKey, level, kind }, position) => ({
      ...{ invoiceId, cycle, stepKey, level, kind },
      position,
    })),
  );
  const found = await tx.$queryRaw<{ position: number; lowest: number }[]>`
    WITH step AS (
      SELECT * FROM jsonb_to_recordset(${listed}::jsonb)
        AS s("invoiceId" uuid, cycle int, "stepKey" text, level int, kind text, position int)
    ), taken AS (
      SELECT s.position, r.repeat FROM step s
        JOIN step_records r ON r."invoiceId" = s."invoiceId" AND r.cycle = s.cycle AND r."stepKey" = s."stepKey"
        WHERE r.level <> s.level OR r.kind::text IS DISTINCT FROM s.kind
      UNION ALL
      SELECT s.position, t.repeat FROM step s
        JOIN message_items t ON t."invoiceId" = s."invoiceId" AND t.cycle = s.cycle AND t."stepKey" = s."stepKey"
        WHERE t.active AND NOT t.information AND t.level <> s.level
    )
    SELECT position, min(repeat)::int AS lowest FROM taken WHERE repeat <= 0 GROUP BY position`;
  const lowest = new Map(found.map((one) => [one.position, one.lowest]));
  return steps.map((_, position) => (lowest.get(position) ?? 1) - 1);
}
