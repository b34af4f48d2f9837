/** The detail of `case_closed`, whether the API, the case's workflow or the client that calls it finds that first. */
export const CASE_CLOSED = 'This case is closed.';
