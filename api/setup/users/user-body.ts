import { z } from 'zod';
import { email, line, phone } from '../../../facts/inputs/fields.ts';
import type { User } from '../../../prisma/generated/client.ts';
import { shownId } from '../../frame/fields.ts';

export const userInput = z.strictObject({
  name: line(120),
  email: email.toLowerCase(),
  phone: phone.nullish(),
  role: z.enum(['collector', 'supervisor', 'admin']),
});

export const userView = z
  .object({
    id: shownId,
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    role: z.string(),
    has_password: z.boolean(),
  })
  .meta({ id: 'User' });

export const viewUser = ({ id, name, email, phone, role, passwordHash }: User): z.output<typeof userView> => ({
  id,
  name,
  email,
  phone,
  role,
  has_password: passwordHash !== null,
});
