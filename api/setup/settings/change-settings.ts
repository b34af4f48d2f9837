import { changeSettings } from '../../../facts/creditors/change-settings.ts';
import { settingsChange } from '../../../facts/inputs/settings.ts';
import { startExecution } from '../../../temporal/dispatcher.ts';
import { reconciliationWorkflowId } from '../../../workflows/ids.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint, type EndpointRequest } from '../../frame/endpoint.ts';
import { told } from '../../frame/fact-answer.ts';
import { settingsView, viewSettings } from './settings-view.ts';

export const changeSettingsEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/v1/settings',
  tag: 'Settings',
  summary: 'Change settings; open plans follow',
  who: ['supervisor'],
  body: settingsChange,
  answers: { 200: settingsView },
  handle: async (request) => {
    const { body, auth, context, matches } = request;
    const { settings, plansFollow } = await changeSettings(context.db, auth.creditorId, body, matches);
    if (plansFollow) await told(request, () => reconcile(request));
    return ok(viewSettings(settings, context.settings), { version: settings.version });
  },
});

/** Has every open case that the change concerns plan anew. */
async function reconcile({ auth, context, at }: EndpointRequest): Promise<void> {
  await startExecution(context.dispatcher, {
    workflowId: reconciliationWorkflowId(auth.slug),
    type: 'reconciliation',
    input: { creditorId: auth.creditorId },
    at,
    summary: 'Settings changed: open plans follow',
  });
}
