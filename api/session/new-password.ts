import { z } from 'zod';
import { PASSWORD_LENGTH } from '../../facts/people/password.ts';

/** A password that is set; nothing is said of its signs, length is what counts. */
export const newPassword = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max);
