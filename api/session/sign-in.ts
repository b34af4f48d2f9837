import { z } from 'zod';
import { email } from '../../facts/inputs/fields.ts';
import { isPassword, PASSWORD_LENGTH } from '../../facts/people/password.ts';
import type { Database } from '../../prisma/client.ts';
import { refuseOtherOrigin } from '../frame/cross-site.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { Problem } from '../frame/problem.ts';
import { sessionView } from './session-view.ts';
import { signedIn } from './signed-in.ts';

const credentials = z.strictObject({
  email: email.toLowerCase(),
  password: z.string().min(1).max(PASSWORD_LENGTH.max),
  creditor: z.string().max(100).optional().meta({
    description:
      'The creditor’s slug, for a person who works for several creditors with the same address and password.',
  }),
});

export const signInEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/session',
  tag: 'Session',
  summary: 'Sign in with address and password; the session’s cookie is set',
  description:
    'The answer is the same 401 whether the address or the password is wrong. 409 `which_creditor`: the password is valid for several creditors; `errors` names them, and each `fix` is the value to send as `creditor`.',
  who: 'anyone',
  body: credentials,
  answers: { 201: sessionView },
  refusals: [401, 403, 429],
  handle: async ({ body, headers, address, context }) => {
    refuseOtherOrigin(headers, context.settings);
    const people = await context.signInLimit.counted({ email: body.email, address }, () =>
      peopleWith(context.db, body),
    );
    const [person, another] = people ?? [];
    if (!person) throw new Problem(401, 'sign_in_failed', 'The address or the password is wrong.');
    if (another) throw whichCreditor((people ?? []).map(({ creditor }) => creditor));
    return await signedIn(context, person);
  },
});

/** The users with this address and password, by creditor; null when there are none. */
async function peopleWith(db: Database, { email: address, password, creditor }: z.output<typeof credentials>) {
  const candidates = await db.user.findMany({
    where: { email: address, ...(creditor === undefined ? {} : { creditor: { slug: creditor } }) },
    include: { creditor: { select: { slug: true, name: true } } },
    orderBy: { creditor: { name: 'asc' } },
  });
  const able = candidates.filter(({ passwordHash }) => passwordHash !== null);
  // A password is checked even when there is no such user, so that the time taken reveals nothing.
  if (able.length === 0) await isPassword(password, null);
  const right = await Promise.all(able.map(({ passwordHash }) => isPassword(password, passwordHash)));
  const people = able.filter((_person, index) => right[index]);
  return people.length === 0 ? null : people;
}

const whichCreditor = (creditors: readonly { slug: string; name: string }[]): Problem =>
  new Problem(409, 'which_creditor', 'You work for several creditors: say for which of them.', {
    errors: creditors.map(({ slug, name }) => ({ pointer: '/creditor', detail: name, fix: slug })),
  });
