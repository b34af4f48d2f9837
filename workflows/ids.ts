/** Every kind of workflow has its own id rule; they are all here. Ids carry the creditor's slug and nothing personal. */
export const invoiceWorkflowId = (slug: string, invoiceId: string): string => `invoice/${slug}/${invoiceId}`;
export const messageWorkflowId = (slug: string, messageId: string): string => `message/${slug}/${messageId}`;
export const importWorkflowId = (slug: string, importId: string): string => `import/${slug}/${importId}`;
export const reconciliationWorkflowId = (slug: string): string => `reconciliation/${slug}`;
