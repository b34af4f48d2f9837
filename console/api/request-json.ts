import { currentLanguage } from '../words/language.ts';
import { ApiProblem, unreachable } from './problem.ts';

/**
 * A request whose body or answer the typed client cannot carry: files up and down, and what comes before a session. JSON
 * both ways unless `contentType` says what the body is. Throws an ApiProblem.
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
