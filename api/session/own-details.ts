import { z } from 'zod';
import { conflicting } from '../frame/problem.ts';
import { userInput } from '../setup/users/user-body.ts';

/**
 * What a person may change about themselves: the telephone number printed in their messages. Only the administrator changes
 * the address, which is used to sign in, and the name, which the history shows for what the person did.
 */
export const ownDetails = z.strictObject({ phone: userInput.shape.phone });

/** Returns the user's id; throws a 409 for a key that belongs to no person. */
export function personOf(userId: string | null): string {
  if (userId === null)
    throw conflicting('no_person', 'This key is no person’s: sign in to see and change your own details.');
  return userId;
}
