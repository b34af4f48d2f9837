import { z } from 'zod';
import { changedAddress, newAddress } from './customer.ts';
import { email, foreignId, line } from './fields.ts';

const fields = {
  name: line(200),
  reference: foreignId.nullish(),
  email: email.nullish(),
  professional: z.boolean().optional(),
  language: z.enum(['fr', 'en']).optional(),
};

/** `POST /third-parties`. */
export const thirdPartyInput = z.strictObject({ ...fields, address: newAddress.nullish() });
export type ThirdPartyInput = z.output<typeof thirdPartyInput>;

/** `PATCH /third-parties/{id}`: absent fields stay, and so does the country of an address given without one. */
export const thirdPartyChange = z.strictObject({ ...fields, address: changedAddress.nullish() }).partial();
export type ThirdPartyChange = z.output<typeof thirdPartyChange>;
