import { noContent } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { conflicting, notHere } from '../../frame/problem.ts';

export const deleteTemplateEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/templates/{id}',
  tag: 'Templates',
  summary: 'Delete a template that no scenario uses, nor did in a version that invoices still follow',
  who: ['supervisor'],
  params: idParams,
  answers: { 204: null },
  handle: async ({ params: { id }, context: { db } }) => {
    if (!(await db.template.findUnique({ where: { id } }))) throw notHere();
    const steps = await db.scenarioStep.count({ where: { templateId: id } });
    if (steps > 0) throw conflicting('in_use', `${steps} steps of scenarios use it.`);
    await db.template.delete({ where: { id } });
    return noContent();
  },
});
