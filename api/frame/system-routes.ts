import { Router } from 'express';
import { createDocsPage } from './docs-page.ts';
import type { AppContext, Endpoint } from './endpoint.ts';
import type { Metrics } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { malformed, methodNotAllowed } from './problem.ts';
import { createReadiness } from './readiness.ts';

const UNKNOWN_PART = {
  pointer: '/of',
  detail: 'Not a part that can be asked for alone.',
  fix: 'Send of=database, or leave it out.',
};

/** Routes outside `/v1` that need no key: health, metrics, the API's description and its pages. */
export function createSystemRoutes(app: AppContext, endpoints: readonly Endpoint[], metrics: Metrics): Router {
  const router = Router();
  const readiness = createReadiness(app);
  let description: string | null = null;
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (request, response) => {
    const { of } = request.query;
    // A misspelt query would otherwise be answered like one that asks for everything.
    if (of !== undefined && of !== 'database') throw malformed('The query is not valid.', [UNKNOWN_PART]);
    const { ready, canStore, checks } = await readiness();
    // Without Temporal facts are still stored and in force; an API removed from service for that could not store them.
    const isWell = of === 'database' ? canStore : ready;
    response.status(isWell ? 200 : 503).json({ status: isWell ? 'ok' : 'not_ready', checks });
  });
  router.get('/metrics', async (_request, response) => {
    const { text, contentType } = await metrics.expose();
    response.setHeader('Content-Type', contentType);
    response.end(text);
  });
  router.get('/openapi.json', (_request, response) => {
    description ??= JSON.stringify(describeApi(endpoints));
    response.type('application/json').send(description);
  });
  router.use(createDocsPage());
  router.all(['/healthz', '/readyz', '/metrics', '/openapi.json', '/docs'], () => {
    throw methodNotAllowed('GET, HEAD');
  });
  return router;
}
