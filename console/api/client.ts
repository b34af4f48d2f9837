import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../words/language.ts';
import type { components, paths } from './schema.ts';
import { ApiProblem, unreachable } from './problem.ts';

/** A type named in the OpenAPI document, e.g. `Schema<'Invoice'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Asks for sentences in the language of the page. Throws an ApiProblem when a request fails or is refused. */
const frame: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage());
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await ApiProblem.from(response);
  },
  onError() {
    return unreachable();
  },
};

/** The API client, typed from the OpenAPI document. The browser sends the session cookie. */
export const api = createClient<paths>({ baseUrl: window.location.origin, credentials: 'same-origin' });
api.use(frame);

/** Returns the data of a call: `await answerOf(api.GET('/v1/settings'))`. Throws an ApiProblem. */
export async function answerOf<Data>(call: Promise<{ data?: Data }>): Promise<Data> {
  const { data } = await call;
  return data as Data;
}

/** Returns the data of a call and its ETag, which a PATCH must send as `If-Match`. Throws an ApiProblem. */
export async function versionedAnswerOf<Data>(
  call: Promise<{ data?: Data; response: Response }>,
): Promise<{ data: Data; etag: string }> {
  const { data, response } = await call;
  return { data: data as Data, etag: response.headers.get('ETag') ?? '*' };
}
