import type { Endpoint } from '../frame/endpoint.ts';

export const setupRoutes: readonly Endpoint[] = [];
