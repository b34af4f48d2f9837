/** What is said with `case_closed`, by whoever finds it first: the API, the case's workflow, or the way to it. */
export const CASE_CLOSED = 'This case is closed.';
