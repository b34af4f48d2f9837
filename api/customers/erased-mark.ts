import { z } from 'zod';

/** For places that only name a customer: whether the personal data, and the name with it, were erased. */
export const isErased = z
  .boolean()
  .meta({ description: 'The customer’s personal data was erased, including the name.' });

/** A customer's name and id with `erased` (true or false) in place of the instant `erasedAt`. */
export function withMark<Named extends { erasedAt: Date | null }>({ erasedAt, ...named }: Named) {
  return { ...named, erased: erasedAt !== null };
}
