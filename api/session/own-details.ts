import { z } from 'zod';
import { conflicting } from '../frame/problem.ts';
import { userInput } from '../setup/users/user-body.ts';

/**
 * What a person changes of himself: the telephone that his messages print. By the address one signs in, by password and by
 * another's sign-in, and the name stands in the history for what he did: both are the administrator's.
 */
export const ownDetails = z.strictObject({ phone: userInput.shape.phone });

/** 409 with a key that is no person's. */
export function personOf(userId: string | null): string {
  if (userId === null)
    throw conflicting('no_person', 'This key is no person’s: sign in to see and change your own details.');
  return userId;
}
