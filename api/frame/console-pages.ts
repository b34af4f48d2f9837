import compression from 'compression';
import { type Request, type RequestHandler, Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import helmet from 'helmet';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the built console. */
export const CONSOLE_FOLDER = fileURLToPath(new URL('../../console/dist', import.meta.url));

/** Paths that are never a page of the console, whoever requests them. */
const NOT_A_PAGE = /^\/(v1|docs|openapi\.json|healthz|readyz|metrics|assets)(\/|$)/;
const YEAR_S = 31_536_000;

/**
 * Serves the console's files, compressed by its build or else here, and its single page for every path that a browser
 * opens, so that an address can be reloaded or shared. Null when the console is not built.
 */
export function createConsolePages(folder: string): Router | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const router = Router();
  const files = expressStaticGzip(folder, {
    index: false,
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    serveStatic: { redirect: false, cacheControl: false, setHeaders: keepFor },
  });
  router.use(onlyReads(compression()), onlyReads(contentPolicy()), onlyReads(files));
  router.get('/{*path}', (request, response, next) => {
    if (NOT_A_PAGE.test(request.path) || !isForPage(request)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('Vary', 'Accept, Accept-Encoding');
    response.sendFile('index.html', { root: folder, cacheControl: false });
  });
  return router;
}

/**
 * Whether to answer with the page: to a browser at any path; at `/`, the address that the start prints, also to
 * clients that accept anything (`curl`, an uptime check). A program that prefers JSON gets a 404.
 */
function isForPage(request: Request): boolean {
  if (request.path === '/') return request.accepts(['html', 'json']) === 'html';
  return request.headers.accept?.includes('text/html') ?? false;
}

/** Files in `assets/` have a hash of their content in their names and may be cached; all others are revalidated each time. */
function keepFor(response: { setHeader: (name: string, value: string) => unknown }, path: string): void {
  const isHashed = /[\\/]assets[\\/][^\\/]+$/.test(path);
  response.setHeader('Cache-Control', isHashed ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
}

const onlyReads =
  (handler: RequestHandler): RequestHandler =>
  (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') void handler(request, response, next);
    else next();
  };

/**
 * Allows nothing from other origins and no inline script. Mantine writes styles; previews are framed, letters are
 * shown from bytes.
 */
const contentPolicy = () =>
  helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      frameSrc: ["'self'", 'blob:', 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  });
