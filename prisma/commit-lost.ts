/** pg refuses a query on a connection that is known to be broken: nothing of it was sent. */
const NOT_SENT = /is not queryable/;

/**
 * The connection was lost while a transaction was being committed: whether Postgres has committed it, nobody knows. Its
 * message begins as that of any lost connection. It has no code, so that the driver adapter throws it as it is.
 */
export class CommitLost extends Error {
  override readonly name = 'CommitLost';

  constructor(cause: unknown) {
    super('Connection terminated while the transaction was committed', { cause });
  }
}

/** What a failed COMMIT says: an answer of Postgres, or of a COMMIT that was never sent, is passed on as it is. */
export function whatCommitSays(error: unknown): Error {
  const { severity, message = '' } = (error ?? {}) as { severity?: string; message?: string };
  const isAnswered = severity !== undefined || NOT_SENT.test(message);
  return isAnswered && error instanceof Error ? error : new CommitLost(error);
}
