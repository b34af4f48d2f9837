/**
 * The error message of a setting that is missing or is not a text. `what` says what it should be, as in "host:port of a
 * Temporal server".
 */
export const missing = (what: string) => ({
  error: (issue: { input: unknown }) => (issue.input === undefined ? `is missing: set it to ${what}` : what),
});
