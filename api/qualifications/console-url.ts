import type { EndpointRequest } from '../frame/endpoint.ts';

/** The console's address without a trailing slash, to which a mail to a colleague links. */
export const consoleUrlOf = ({ settings }: EndpointRequest['context']): string =>
  settings.api.publicUrl.replace(/\/+$/, '');
