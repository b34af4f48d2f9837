import type { Endpoint } from '../frame/endpoint.ts';
import { completeActionEndpoint } from './complete-action.ts';
import { completeActionsEndpoint } from './complete-actions.ts';
import { confirmActionEndpoint } from './confirm-action.ts';
import { confirmActionsEndpoint } from './confirm-actions.ts';
import { draftWithEditsEndpoint } from './draft-with-edits.ts';
import { getActionEndpoint } from './get-action.ts';
import { getLettersEndpoint, postLettersEndpoint } from './letters.ts';
import { listActionsEndpoint } from './list-actions.ts';
import { postponeActionEndpoint } from './postpone-action.ts';
import { postponeActionsEndpoint } from './postpone-actions.ts';
import { putLevelEndpoint } from './put-level.ts';
import { remakeLetterEndpoint } from './remake-letter.ts';
import { skipActionEndpoint } from './skip-action.ts';
import { skipActionsEndpoint } from './skip-actions.ts';

export const actionRoutes: readonly Endpoint[] = [
  completeActionEndpoint,
  completeActionsEndpoint,
  confirmActionEndpoint,
  confirmActionsEndpoint,
  draftWithEditsEndpoint,
  getActionEndpoint,
  getLettersEndpoint,
  listActionsEndpoint,
  postLettersEndpoint,
  postponeActionEndpoint,
  postponeActionsEndpoint,
  putLevelEndpoint,
  remakeLetterEndpoint,
  skipActionEndpoint,
  skipActionsEndpoint,
];
