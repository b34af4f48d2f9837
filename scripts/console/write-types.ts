import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { describeApi } from '../../api/frame/openapi.ts';
import { routes } from '../../api/routes.ts';

const NOTE = '// Written from the route list by `npm run console:types`.\n\n';

interface Answers {
  responses: Record<string, { content?: Record<string, unknown> }>;
}

/**
 * The types of every path, generated from the list that Express and OpenAPI use. Lists as CSV are left out: the console
 * only links to them.
 */
export async function consoleTypes(): Promise<string> {
  const document = JSON.parse(JSON.stringify(describeApi(routes))) as OpenAPI3 & {
    paths: Record<string, Record<string, Answers>>;
  };
  for (const path of Object.values(document.paths)) {
    for (const { responses } of Object.values(path)) {
      for (const { content } of Object.values(responses)) {
        if (content?.['application/json']) delete content['text/csv'];
      }
    }
  }
  return NOTE + astToString(await openapiTypescript(document, { alphabetize: false }));
}
