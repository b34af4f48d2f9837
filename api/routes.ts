import type { Endpoint } from './frame/endpoint.ts';
import { setupRoutes } from './setup/routes.ts';

/** The one list: Express's handlers, OpenAPI's paths and the authorization tests come from it. */
export const routes: readonly Endpoint[] = [...setupRoutes];
