import { openSession } from '../../facts/people/sessions.ts';
import type { User } from '../../prisma/generated/client.ts';
import { type Answer, created } from '../frame/answer.ts';
import type { AppContext } from '../frame/endpoint.ts';
import { sessionCookie } from '../frame/session-cookie.ts';
import { viewSession } from './session-view.ts';

/** Answers 201 with a new session and its cookie, whatever cookie came with the request. */
export async function signedIn(context: AppContext, user: User): Promise<Answer> {
  const { id: sessionId, token } = await openSession(context.db, user);
  const { creditorId, role, id: userId } = user;
  const answer = created('/v1/session', await viewSession(context, { creditorId, role, userId, sessionId }));
  return { ...answer, headers: { ...answer.headers, 'Set-Cookie': sessionCookie(token, context.settings) } };
}
