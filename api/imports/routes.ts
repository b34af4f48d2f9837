import type { Endpoint } from '../frame/endpoint.ts';
import { createImportEndpoint } from './create-import.ts';
import { dismissImportEndpoint } from './dismiss-import.ts';
import { getImportEndpoint } from './get-import.ts';
import { listImportsEndpoint } from './list-imports.ts';

export const importRoutes: readonly Endpoint[] = [
  createImportEndpoint,
  getImportEndpoint,
  listImportsEndpoint,
  dismissImportEndpoint,
];
