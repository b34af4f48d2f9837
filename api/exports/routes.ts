import type { Endpoint } from '../frame/endpoint.ts';
import { getAgedBalanceEndpoint } from './get-aged-balance.ts';
import { getLitigationZipEndpoint } from './get-litigation-zip.ts';

export const exportRoutes: readonly Endpoint[] = [getLitigationZipEndpoint, getAgedBalanceEndpoint];
