import { currentLanguage } from '../words/language.ts';
import { ApiProblem, unreachable } from './problem.ts';

/**
 * Sends a request that the typed client cannot carry: uploads, downloads, and requests before there is a session. Body
 * and answer are JSON unless `contentType` says otherwise. Throws an ApiProblem.
 */
export async function requestJson(
  method: string,
  path: string,
  body?: unknown,
  contentType = 'application/json',
): Promise<unknown> {
  const response = await fetch(path, {
    method,
    headers: {
      'Accept-Language': currentLanguage(),
      ...(body === undefined ? {} : { 'Content-Type': contentType }),
    },
    ...(body === undefined
      ? {}
      : { body: contentType === 'application/json' ? JSON.stringify(body) : (body as BodyInit) }),
  }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await ApiProblem.from(response);
  return response.status === 204 ? null : await response.json();
}
