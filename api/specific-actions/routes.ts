import type { Endpoint } from '../frame/endpoint.ts';
import { createSpecificActionEndpoint } from './create-specific-action.ts';
import { deleteSpecificActionEndpoint } from './delete-specific-action.ts';
import { getSpecificActionEndpoint } from './get-specific-action.ts';
import { listSpecificActionsEndpoint } from './list-specific-actions.ts';
import { previewSpecificActionEndpoint } from './preview-specific-action.ts';

export const specificActionRoutes: readonly Endpoint[] = [
  createSpecificActionEndpoint,
  previewSpecificActionEndpoint,
  deleteSpecificActionEndpoint,
  getSpecificActionEndpoint,
  listSpecificActionsEndpoint,
];
