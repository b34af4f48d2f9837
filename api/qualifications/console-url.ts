import type { EndpointRequest } from '../frame/endpoint.ts';

/** Where the console answers, without a slash at its end: what a mail to a colleague links to. */
export const consoleUrlOf = ({ settings }: EndpointRequest['context']): string =>
  settings.api.publicUrl.replace(/\/+$/, '');
