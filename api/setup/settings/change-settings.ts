import { changeSettings } from '../../../facts/creditors/change-settings.ts';
import { settingsChange } from '../../../facts/inputs/settings.ts';
import { ensureSchedules } from '../../../temporal/schedules.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint, type EndpointRequest } from '../../frame/endpoint.ts';
import { told } from '../../frame/fact-answer.ts';
import { reconcileNow } from '../../frame/reconcile-now.ts';
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
    if (body.time_zone !== undefined) await told(request, () => moveNights(request, settings.timeZone));
    if (plansFollow) await told(request, () => reconcileNow(request, 'Settings changed: open plans follow'));
    return ok(viewSettings(settings, context.settings), { version: settings.version });
  },
});

/** Moves the nightly calculation of the groups to the night of the creditor's new time zone. */
function moveNights({ auth, context }: EndpointRequest, timeZone: string): Promise<void> {
  const { client, taskQueue, demoClock } = context.dispatcher;
  return ensureSchedules(
    client,
    taskQueue,
    { id: auth.creditorId, slug: auth.slug, timeZone },
    { isNightPaused: demoClock },
  );
}
