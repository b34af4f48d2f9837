/**
 * All rules for workflow ids are in this file, one for each kind of workflow. Ids contain the creditor's slug and
 * nothing personal.
 */
export const invoiceWorkflowId = (slug: string, invoiceId: string): string => `invoice/${slug}/${invoiceId}`;
export const messageWorkflowId = (slug: string, messageId: string): string => `message/${slug}/${messageId}`;
export const specificActionWorkflowId = (slug: string, actionId: string): string =>
  `specific-action/${slug}/${actionId}`;
export const runWorkflowId = (slug: string, runId: string): string => `run/${slug}/${runId}`;
export const importWorkflowId = (slug: string, importId: string): string => `import/${slug}/${importId}`;
/**
 * Without `askedId`: the Schedule's id, to which Temporal appends the start time. With `askedId`: an id of its own,
 * because a running reconciliation may already have passed what is asked for.
 */
export const reconciliationWorkflowId = (slug: string, askedId?: string): string =>
  askedId === undefined ? `reconciliation/${slug}` : `reconciliation/${slug}/${askedId}`;
/**
 * Without `askedId`: the nightly calculation, to whose id Temporal appends the start time. With `askedId`: a
 * calculation that somebody asked for.
 */
export const groupsWorkflowId = (slug: string, askedId?: string): string =>
  askedId === undefined ? `groups/${slug}` : `groups/${slug}/${askedId}`;

/**
 * The task queue for calls to Resend, beside the installation's own. The queue of turns lets messages start one after
 * another at the provider's pace, so that the queue of calls never grows: what is scheduled there starts at once.
 */
export const callsQueue = (taskQueue: string): string => `${taskQueue}-resend`;
export const turnsQueue = (taskQueue: string): string => `${taskQueue}-resend-turns`;
