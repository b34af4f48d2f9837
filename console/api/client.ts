import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../words/language.ts';
import type { components, paths } from './schema.ts';
import { ApiProblem, unreachable } from './problem.ts';

/** A type that the API's description names, e.g. `Schema<'Invoice'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Sentences come in the page's language; a request that could not be made, or was refused, throws an ApiProblem. */
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

/** The API, typed from its OpenAPI document. The session's cookie goes along by itself. */
export const api = createClient<paths>({ baseUrl: window.location.origin, credentials: 'same-origin' });
api.use(frame);

/** What a call answers: `await answerOf(api.GET('/v1/settings'))`. Throws an ApiProblem. */
export async function answerOf<Data>(call: Promise<{ data?: Data }>): Promise<Data> {
  const { data } = await call;
  return data as Data;
}

/** What a call answers, with the ETag that a PATCH has to name (`If-Match`). Throws an ApiProblem. */
export async function versionedAnswerOf<Data>(
  call: Promise<{ data?: Data; response: Response }>,
): Promise<{ data: Data; etag: string }> {
  const { data, response } = await call;
  return { data: data as Data, etag: response.headers.get('ETag') ?? '*' };
}
