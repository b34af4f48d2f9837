import type { Schema } from '../api/client.ts';

/** Those that took place. */
export const standing = (refunds: readonly Schema<'Refund'>[]) => refunds.filter(({ cancelled }) => cancelled === null);
