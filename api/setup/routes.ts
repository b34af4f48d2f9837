import type { Endpoint } from '../frame/endpoint.ts';
import { createCreditorEndpoint } from './creditors/create-creditor.ts';
import { changeGroupEndpoint } from './groups/change-group.ts';
import { createGroupEndpoint } from './groups/create-group.ts';
import { deleteGroupEndpoint } from './groups/delete-group.ts';
import { getGroupEndpoint } from './groups/get-group.ts';
import { listGroupsEndpoint } from './groups/list-groups.ts';
import { listMembersEndpoint } from './groups/list-members.ts';
import { previewGroupEndpoint } from './groups/preview-group.ts';
import { recalculateGroupsEndpoint } from './groups/recalculate-groups.ts';
import { createKeyEndpoint } from './keys/create-key.ts';
import { deleteKeyEndpoint } from './keys/delete-key.ts';
import { listKeysEndpoint } from './keys/list-keys.ts';
import { changeScenarioEndpoint } from './scenarios/change-scenario.ts';
import { createScenarioEndpoint } from './scenarios/create-scenario.ts';
import { deleteScenarioEndpoint } from './scenarios/delete-scenario.ts';
import { getScenarioEndpoint } from './scenarios/get-scenario.ts';
import { listScenariosEndpoint } from './scenarios/list-scenarios.ts';
import { listMovesEndpoint } from './scenarios/moves/list-moves.ts';
import { moveCasesEndpoint } from './scenarios/moves/move-cases.ts';
import { simulateScenarioEndpoint } from './scenarios/simulate-scenario.ts';
import { changeSettingsEndpoint } from './settings/change-settings.ts';
import { deleteLogoEndpoint } from './settings/delete-logo.ts';
import { getLogoEndpoint } from './settings/get-logo.ts';
import { getProvidersEndpoint } from './settings/get-providers.ts';
import { getSettingsEndpoint } from './settings/get-settings.ts';
import { goLiveEndpoint } from './settings/go-live.ts';
import { putLogoEndpoint } from './settings/put-logo.ts';
import { addVariantEndpoint } from './templates/add-variant.ts';
import { changeTemplateEndpoint } from './templates/change-template.ts';
import { changeVariantEndpoint } from './templates/change-variant.ts';
import { createTemplateEndpoint } from './templates/create-template.ts';
import { deleteTemplateEndpoint } from './templates/delete-template.ts';
import { deleteVariantEndpoint } from './templates/delete-variant.ts';
import { getTemplateEndpoint } from './templates/get-template.ts';
import { listTagsEndpoint } from './templates/list-tags.ts';
import { listTemplatesEndpoint } from './templates/list-templates.ts';
import { previewDraftEndpoint } from './templates/preview-draft.ts';
import { previewTemplateEndpoint } from './templates/preview-template.ts';
import { changeThirdPartyEndpoint } from './third-parties/change-third-party.ts';
import { createThirdPartyEndpoint } from './third-parties/create-third-party.ts';
import { deleteThirdPartyEndpoint } from './third-parties/delete-third-party.ts';
import { getThirdPartyEndpoint } from './third-parties/get-third-party.ts';
import { listThirdPartiesEndpoint } from './third-parties/list-third-parties.ts';
import { changeUserEndpoint } from './users/change-user.ts';
import { createUserEndpoint } from './users/create-user.ts';
import { deleteUserEndpoint } from './users/delete-user.ts';
import { getUserEndpoint } from './users/get-user.ts';
import { listUsersEndpoint } from './users/list-users.ts';
import { putPasswordEndpoint } from './users/put-password.ts';

/** The creditor's setup: who it is and how it reminds. */
export const setupRoutes: readonly Endpoint[] = [
  createCreditorEndpoint,
  getSettingsEndpoint,
  changeSettingsEndpoint,
  goLiveEndpoint,
  getProvidersEndpoint,
  getLogoEndpoint,
  putLogoEndpoint,
  deleteLogoEndpoint,
  listKeysEndpoint,
  createKeyEndpoint,
  deleteKeyEndpoint,
  listUsersEndpoint,
  createUserEndpoint,
  getUserEndpoint,
  changeUserEndpoint,
  deleteUserEndpoint,
  putPasswordEndpoint,
  listThirdPartiesEndpoint,
  createThirdPartyEndpoint,
  getThirdPartyEndpoint,
  changeThirdPartyEndpoint,
  deleteThirdPartyEndpoint,
  listTemplatesEndpoint,
  createTemplateEndpoint,
  getTemplateEndpoint,
  changeTemplateEndpoint,
  deleteTemplateEndpoint,
  addVariantEndpoint,
  changeVariantEndpoint,
  deleteVariantEndpoint,
  previewDraftEndpoint,
  previewTemplateEndpoint,
  listTagsEndpoint,
  listScenariosEndpoint,
  createScenarioEndpoint,
  getScenarioEndpoint,
  changeScenarioEndpoint,
  deleteScenarioEndpoint,
  simulateScenarioEndpoint,
  listMovesEndpoint,
  moveCasesEndpoint,
  listGroupsEndpoint,
  createGroupEndpoint,
  getGroupEndpoint,
  changeGroupEndpoint,
  deleteGroupEndpoint,
  listMembersEndpoint,
  previewGroupEndpoint,
  recalculateGroupsEndpoint,
];
