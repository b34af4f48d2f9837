import type { Endpoint } from '../frame/endpoint.ts';

export const taskRoutes: readonly Endpoint[] = [];
