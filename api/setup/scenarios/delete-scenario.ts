import { noContent } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { conflicting, notHere } from '../../frame/problem.ts';

export const deleteScenarioEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/scenarios/{id}',
  tag: 'Scenarios',
  summary: 'Delete a scenario that nothing follows and that is nobody’s default',
  who: ['supervisor'],
  params: idParams,
  answers: { 204: null },
  handle: async ({ params: { id }, context: { db } }) => {
    const scenario = await db.scenario.findUnique({ where: { id } });
    if (!scenario) throw notHere();
    const uses = await Promise.all([
      db.invoice.count({ where: { OR: [{ scenarioId: id }, { scenarioVersion: { scenarioId: id } }] } }),
      db.customer.count({ where: { scenarioId: id } }),
      db.customerGroup.count({ where: { scenarioId: id } }),
    ]);
    if (scenario.defaultFor.length > 0)
      throw conflicting('in_use', `It is the default for ${scenario.defaultFor.join(', ')}.`);
    if (uses.some((count) => count > 0)) throw conflicting('in_use', 'Invoices, customers or groups follow it.');
    await db.scenario.delete({ where: { id } });
    return noContent();
  },
});
