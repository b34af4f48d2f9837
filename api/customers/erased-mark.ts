import { z } from 'zod';

/** Of a customer where he is only named: what is personal of him was erased, and his name is nobody's. */
export const isErased = z.boolean().meta({ description: 'What is personal of him was erased, and his name with it.' });

/** A customer as he is named, with the mark in place of the instant. */
export function withMark<Named extends { erasedAt: Date | null }>({ erasedAt, ...named }: Named) {
  return { ...named, erased: erasedAt !== null };
}
