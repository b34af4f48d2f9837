/**
 * What a document adds to an account, in cents: a credit note takes off, as in the letters and as its balance does, so that a
 * column of amounts adds up.
 */
export const signedTotal = ({ kind, total_cents: cents }: { kind?: unknown; total_cents?: unknown }): number =>
  kind === 'credit_note' ? -Number(cents) : Number(cents);
