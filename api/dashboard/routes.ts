import type { Endpoint } from '../frame/endpoint.ts';
import { getDashboardEndpoint } from './get-dashboard.ts';

export const dashboardRoutes: readonly Endpoint[] = [getDashboardEndpoint];
