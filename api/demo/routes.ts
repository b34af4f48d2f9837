import type { Endpoint } from '../frame/endpoint.ts';
import { advanceClockEndpoint } from './advance-clock.ts';
import { getClockEndpoint } from './get-clock.ts';

export const demoRoutes: readonly Endpoint[] = [getClockEndpoint, advanceClockEndpoint];
