import type { Schema } from '../api/client.ts';

/** The refunds that took place: none that was cancelled. */
export const standing = (refunds: readonly Schema<'Refund'>[]) => refunds.filter(({ cancelled }) => cancelled === null);
