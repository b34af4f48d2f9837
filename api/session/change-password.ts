import { z } from 'zod';
import { hashPassword, isPassword, PASSWORD_LENGTH } from '../../facts/people/password.ts';
import { setPassword } from '../../facts/people/sessions.ts';
import { noContent } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { conflicting, invalidField } from '../frame/problem.ts';
import { newPassword } from './new-password.ts';

export const changePasswordEndpoint = defineEndpoint({
  method: 'PUT',
  path: '/v1/session/password',
  tag: 'Session',
  summary: 'Change one’s own password; one’s other sessions end',
  who: ['collector'],
  body: z.strictObject({ current_password: z.string().max(PASSWORD_LENGTH.max), new_password: newPassword }),
  answers: { 204: null },
  handle: async ({ body, auth: { userId, sessionId }, address, context }) => {
    const user = userId === null ? null : await context.db.user.findUnique({ where: { id: userId } });
    if (!user || sessionId === null) throw conflicting('no_session', 'A key has no password: sign in to change yours.');
    const right = await context.signInLimit.counted({ email: user.email, address }, async () =>
      (await isPassword(body.current_password, user.passwordHash)) ? true : null,
    );
    if (!right)
      throw invalidField('wrong_password', '/current_password', 'This is not your password.', 'Send the one in force.');
    await setPassword(context.db, user.id, await hashPassword(body.new_password), sessionId);
    return noContent();
  },
});
