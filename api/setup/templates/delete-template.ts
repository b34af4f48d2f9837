import { noContent } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { notHere } from '../../frame/problem.ts';
import { refuseWhenUsed } from './refuse-when-used.ts';

export const deleteTemplateEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/templates/{id}',
  tag: 'Templates',
  summary: 'Delete a template that nothing uses',
  description:
    '409 `in_use` while a scenario uses it, or did in a version that open invoices still follow, and while something ' +
    'planned does. What was sent keeps its text.',
  who: ['supervisor'],
  params: idParams,
  answers: { 204: null },
  handle: async ({ params: { id }, context: { db } }) => {
    const template = await db.template.findUnique({ where: { id } });
    if (!template) throw notHere();
    await refuseWhenUsed(db, template);
    await db.template.delete({ where: { id } });
    return noContent();
  },
});
