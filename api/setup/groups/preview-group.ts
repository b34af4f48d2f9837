import { z } from 'zod';
import { previewCriteria } from '../../../facts/groups/preview-criteria.ts';
import { uuid } from '../../../facts/inputs/fields.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { shownId } from '../../frame/fields.ts';
import { groupInput } from './group-body.ts';

export const previewGroupEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/groups/preview',
  tag: 'Groups',
  summary: 'Preview who would be in a group with criteria that are not saved',
  description:
    'With `priority`, also how many of them a group with a higher priority would take; `group_id` names the group that is ' +
    'being changed. `examples` are at most ten of the customers who would be in it.',
  who: ['collector'],
  body: z.strictObject({
    criteria: groupInput.shape.criteria,
    priority: groupInput.shape.priority.nullish(),
    group_id: uuid.nullish(),
  }),
  answers: {
    200: z.object({
      count: z.int(),
      taken_before: z.int(),
      examples: z.array(z.object({ customer_id: shownId, name: z.string() })),
    }),
  },
  handle: async ({ body, auth: { creditorId }, context: { db }, at }) => {
    const { criteria, priority = null, group_id: groupId = null } = body;
    const { count, takenBefore, exampleIds } = await previewCriteria(db, {
      creditorId,
      at,
      criteria,
      priority,
      groupId,
    });
    const named = await db.customer.findMany({
      where: { id: { in: exampleIds } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    });
    const examples = named.map(({ id, name }) => ({ customer_id: id, name }));
    return ok({ count, taken_before: takenBefore, examples });
  },
});
