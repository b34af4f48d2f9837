import express, { type ErrorRequestHandler, type Express, Router } from 'express';
import helmet from 'helmet';
import { CONSOLE_FOLDER, createConsolePages } from './console-pages.ts';
import type { AppContext, Endpoint } from './endpoint.ts';
import { frontPage } from './front-page.ts';
import { createRequestLog, requestIdOf } from './log.ts';
import { createMetrics } from './metrics.ts';
import { notHere } from './problem.ts';
import { problemFromError } from './problem-from-error.ts';
import { respondProblem } from './respond.ts';
import { createRouter } from './router.ts';
import { createSystemRoutes } from './system-routes.ts';

/** The Express application: every endpoint with its frame, and the console when it is built. */
export function createApp(
  endpoints: readonly Endpoint[],
  app: AppContext,
  consoleFolder: string = CONSOLE_FOLDER,
): Express {
  const express_ = express();
  const metrics = createMetrics(app);
  express_.disable('x-powered-by');
  express_.disable('etag');
  express_.set('query parser', 'simple');
  // `request.ip`, by which wrong passwords and keys are counted, believes these proxies alone about the client's address.
  express_.set('trust proxy', app.settings.api.trustedProxies);
  express_.use(createRequestLog(app.log));
  express_.use(metrics.observe);
  // The API itself has no HTTPS, so `upgrade-insecure-requests` would break the pages.
  express_.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }));
  express_.use('/v1', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  express_.use(createRouter(endpoints, app));
  express_.use(createSystemRoutes(app, endpoints, metrics));
  express_.use(createConsolePages(consoleFolder) ?? createFrontPage(app));
  express_.use(() => {
    throw notHere();
  });
  express_.use(answerErrors(app));
  return express_;
}

/** The page at `/` when the console is not built. */
function createFrontPage(app: AppContext): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.type('html').send(frontPage(app.settings));
  });
  return router;
}

function answerErrors(app: AppContext): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = problemFromError(error);
    if (problem.status >= 500)
      app.log.error({ err: error, request_id: requestIdOf(request), code: problem.code }, 'request failed');
    respondProblem(response, problem, requestIdOf(request));
  };
}
