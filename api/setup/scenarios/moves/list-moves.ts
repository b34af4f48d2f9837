import { z } from 'zod';
import { movableTo, type NextByVersion, previewMove } from '../../../../facts/scenarios/preview-moves.ts';
import { connectorsOf } from '../../../frame/connectors.ts';
import { idParams, shownId } from '../../../frame/fields.ts';
import { keyset } from '../../../frame/keyset.ts';
import { defineList } from '../../../frame/list.ts';
import { notHere } from '../../../frame/problem.ts';
import { isErased } from '../../../customers/erased-mark.ts';

const next = z
  .object({
    step: z.string(),
    level: z.int(),
    kind: z.string(),
    due_at: z.iso.datetime().nullable(),
    mode: z.string().nullable(),
  })
  .nullable();

const row = z.object({
  invoice_id: shownId,
  number: z.string(),
  customer_id: shownId,
  customer_name: z.string(),
  customer_erased: isErased,
  level: z.int(),
  from_version: z.int(),
  to_version: z.int(),
  now: next,
  then: next,
});

export const listMovesEndpoint = defineList({
  path: '/v1/scenarios/{id}/moves',
  tag: 'Scenarios',
  summary: 'List the open cases that follow an older version: where each goes on now, and where after its move',
  description:
    'Nothing is changed. `now` and `then` are null when no step is left; their `due_at` is null under a hold without an ' +
    'end.',
  who: ['collector'],
  params: idParams,
  filters: {},
  sorts: { number: { column: 'number', type: 'text' } },
  defaultSort: 'number',
  row,
  read: async ({ params: { id }, at, auth, context }, page) => {
    const { db } = context;
    const connectors = connectorsOf({ auth, context });
    const scenario = await db.scenario.findUnique({
      where: { id },
      include: {
        versions: { orderBy: { version: 'desc' }, take: 1, include: { steps: { orderBy: { position: 'asc' } } } },
      },
    });
    const newest = scenario?.versions[0];
    if (!scenario || !newest) throw notHere();
    const { where, orderBy, take } = keyset(page);
    const cases = await db.invoice.findMany({
      where: { AND: [movableTo(scenario), where] },
      orderBy,
      take,
      include: { customer: { select: { name: true, erasedAt: true } }, scenarioVersion: { select: { version: true } } },
    });
    const rows = [];
    for (const one of cases) {
      const { now, then } = await previewMove(db, one.id, { at, connectors }, newest);
      rows.push({
        invoice_id: one.id,
        number: one.number,
        customer_id: one.customerId,
        customer_name: one.customer.name,
        customer_erased: one.customer.erasedAt !== null,
        level: one.level,
        from_version: one.scenarioVersion?.version ?? 0,
        to_version: newest.version,
        now: nextBody(now),
        then: nextBody(then),
      });
    }
    return rows;
  },
  count: async ({ params: { id }, context: { db } }) => {
    const scenario = await db.scenario.findUnique({ where: { id } });
    return scenario ? db.invoice.count({ where: movableTo(scenario) }) : 0;
  },
  positionOf: ({ number, invoice_id: id }) => ({ value: number, id }),
});

const nextBody = (of: NextByVersion | null) =>
  of && { step: of.step, level: of.level, kind: of.kind, due_at: of.dueAt, mode: of.mode };
