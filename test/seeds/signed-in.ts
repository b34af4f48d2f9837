import type { Answered, Business, RunningStack } from '../e2e/business.ts';

const PASSWORD = 'un mot de passe assez long';

interface Person {
  name: string;
  email: string;
  phone?: string;
}

/** A collector of the creditor who works in the console: requests carry the session's cookie, and no key. */
export async function signedIn(business: Business, { apiUrl }: RunningStack, person: Person) {
  const { id } = await business.do('POST', '/users', { ...person, role: 'collector' });
  await business.do('PUT', `/users/${id}/password`, { password: PASSWORD });
  const send = (method: string, path: string, body: unknown, cookie: string) =>
    fetch(`${apiUrl}/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', Origin: new URL(apiUrl).origin, Cookie: cookie },
      body: JSON.stringify(body),
    });
  const session = await send('POST', '/session', { email: person.email, password: PASSWORD }, '');
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = async (method: string, path: string, body: unknown): Promise<Pick<Answered, 'status' | 'body'>> => {
    const answer = await send(method, path, body, cookie);
    return { status: answer.status, body: await answer.json() };
  };
  return { ...person, ask };
}
