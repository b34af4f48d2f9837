/** Every kind of workflow has its own id rule; they are all here. Ids carry the creditor's slug and nothing personal. */
export const invoiceWorkflowId = (slug: string, invoiceId: string): string => `invoice/${slug}/${invoiceId}`;
export const messageWorkflowId = (slug: string, messageId: string): string => `message/${slug}/${messageId}`;
export const specificActionWorkflowId = (slug: string, actionId: string): string =>
  `specific-action/${slug}/${actionId}`;
export const runWorkflowId = (slug: string, runId: string): string => `run/${slug}/${runId}`;
export const importWorkflowId = (slug: string, importId: string): string => `import/${slug}/${importId}`;
/** The Schedule's, which adds its instant; one that somebody asks for has an id of its own, since one that runs may be past it. */
export const reconciliationWorkflowId = (slug: string, askedId?: string): string =>
  askedId === undefined ? `reconciliation/${slug}` : `reconciliation/${slug}/${askedId}`;
/** The nightly calculation, to whose id the Schedule adds its instant; one that somebody asks for has an id of its own. */
export const groupsWorkflowId = (slug: string, askedId?: string): string =>
  askedId === undefined ? `groups/${slug}` : `groups/${slug}/${askedId}`;

/**
 * The task queues of the calls to Resend, beside the installation's own. `turns` lets one message after another begin at the
 * provider's pace, so that the queue of `calls` never grows: what is scheduled there starts at once.
 */
export const callsQueue = (taskQueue: string): string => `${taskQueue}-resend`;
export const turnsQueue = (taskQueue: string): string => `${taskQueue}-resend-turns`;
