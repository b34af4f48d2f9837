/**
 * How long the local mailbox has to answer, in milliseconds; it normally needs a few. Short, because it can be told to
 * leave a message unanswered: all tries of the 23 hours after which an outcome stays unknown then pass within a minute or
 * two of the machine's time.
 */
export const MAILBOX_TIMEOUT_MS = 3_000;
