import type { Endpoint } from '../frame/endpoint.ts';
import { getDashboardEndpoint } from './get-dashboard.ts';
import { listAgedBalanceEndpoint } from './list-aged-balance.ts';
import { totalAgedBalanceEndpoint } from './total-aged-balance.ts';

export const dashboardRoutes: readonly Endpoint[] = [
  getDashboardEndpoint,
  listAgedBalanceEndpoint,
  totalAgedBalanceEndpoint,
];
