import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { createGauges } from '../../metrics/gauges.ts';
import type { AppContext } from './endpoint.ts';
import { routeOf } from './log.ts';

export interface Metrics {
  observe: RequestHandler;
  /** Prometheus text, and its content type. */
  expose: () => Promise<{ text: string; contentType: string }>;
}

/** Measures how long requests took, by route pattern and status, the state of the business, and the process itself. */
export function createMetrics({ db, clock }: Pick<AppContext, 'db' | 'clock'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauges = createGauges(registry, db, () => clock.now());
  const duration = new Histogram({
    name: 'relance_http_request_duration_seconds',
    help: 'HTTP requests by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return {
    observe: (request, response, next) => {
      const stop = duration.startTimer();
      response.once('finish', () => {
        const method = KNOWN.has(request.method) ? request.method : 'other';
        stop({ method, route: routeOf(request), status: response.statusCode });
      });
      next();
    },
    expose: async () => {
      await gauges.refresh();
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}

/** Unknown methods are counted together: each would otherwise become a series of its own. */
const KNOWN = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
