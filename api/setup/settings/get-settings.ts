import { readSettings } from '../../../facts/creditors/change-settings.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { settingsView, viewSettings } from './settings-view.ts';

export const getSettingsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/settings',
  tag: 'Settings',
  summary: 'Get the settings: who the creditor is, and when and how it reminds',
  who: ['collector'],
  answers: { 200: settingsView },
  handle: async ({ auth, context }) => {
    const row = await readSettings(context.db, auth.creditorId);
    return ok(viewSettings(row, context.settings), { version: row.version });
  },
});
