import { StackError } from '../stack/stack-error.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- answers are whatever the API says
export type Answered = any;

/**
 * Calls an API; `path` begins after `/v1`. Throws a StackError for anything but a 2xx. A 503 which says that the fact is
 * stored and its workflow is told later returns null.
 */
export async function callApi(
  apiUrl: string,
  key: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answered> {
  const response = await fetch(`${apiUrl}/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.status === 503 && text.includes('"stored_not_told"')) return null;
  if (!response.ok) throw new StackError(`${method} ${path} at ${apiUrl}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}
