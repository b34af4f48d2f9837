import type { Endpoint } from '../frame/endpoint.ts';
import { createRunEndpoint } from './create-run.ts';
import { getRunEndpoint } from './get-run.ts';
import { getRunLettersEndpoint } from './get-run-letters.ts';
import { listRunsEndpoint } from './list-runs.ts';
import { stopRunEndpoint } from './stop-run.ts';

export const runRoutes: readonly Endpoint[] = [
  createRunEndpoint,
  getRunEndpoint,
  getRunLettersEndpoint,
  listRunsEndpoint,
  stopRunEndpoint,
];
