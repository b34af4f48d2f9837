import type { Endpoint } from '../frame/endpoint.ts';

export const importRoutes: readonly Endpoint[] = [];
