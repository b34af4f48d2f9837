/**
 * What a document adds to an account, in cents. A credit note is negative, as in letters and in its balance, so that a
 * column of amounts adds up.
 */
export const signedTotal = ({ kind, total_cents: cents }: { kind?: unknown; total_cents?: unknown }): number =>
  kind === 'credit_note' ? -Number(cents) : Number(cents);
