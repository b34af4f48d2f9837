import type { Schema } from '../api/client.ts';

/** The refunds that took place, without cancelled ones. */
export const standing = (refunds: readonly Schema<'Refund'>[]) => refunds.filter(({ cancelled }) => cancelled === null);
