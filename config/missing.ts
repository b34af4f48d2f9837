/** What a setting that is not there says, and one that is no text: `what` it should be, as in "host:port of a Temporal server". */
export const missing = (what: string) => ({
  error: (issue: { input: unknown }) => (issue.input === undefined ? `is missing: set it to ${what}` : what),
});
