import { z } from 'zod';
import { PASSWORD_LENGTH } from '../../facts/people/password.ts';

/** A new password. Only its length is checked, not which characters it has. */
export const newPassword = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max);
