import type { z } from 'zod';

const OF_WHAT_IS_THERE = ['invalid_type', 'invalid_value', 'invalid_union'];

/** Zod's own words that nobody but a programmer reads, said plainly wherever input comes in. Null keeps zod's words. */
export const plainWords: z.core.$ZodErrorMap = ({ code, input }) =>
  input === undefined && OF_WHAT_IS_THERE.includes(code) ? 'is required' : null;
