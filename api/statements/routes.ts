import type { Endpoint } from '../frame/endpoint.ts';
import { createStatementEndpoint } from './create-statement.ts';
import { getStatementEndpoint, getStatementPdfEndpoint } from './get-statement.ts';
import { listStatementsEndpoint } from './list-statements.ts';
import { previewStatementEndpoint } from './preview-statement.ts';

export const statementRoutes: readonly Endpoint[] = [
  createStatementEndpoint,
  previewStatementEndpoint,
  listStatementsEndpoint,
  getStatementPdfEndpoint,
  getStatementEndpoint,
];
