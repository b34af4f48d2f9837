/**
 * How long the local mailbox has to answer, in milliseconds. It answers in a few; what it was told to leave unanswered is given up
 * soon, so that the tries of the 23 hours after which an outcome is unknown for good pass in a minute or two of the machine's time.
 */
export const MAILBOX_TIMEOUT_MS = 3_000;
