import type { Role } from './unpaid-files.ts';

/** Whether a template can be used for a statement to this role: it is for this role or for both. */
export const isForRole = ({ third_party: reader }: { third_party: Role | null }, role: Role): boolean =>
  reader === null || reader === role;

/** Converts a statement to the body of the API, which chooses the template when none is given. */
export const statementBody = (
  files: readonly { id: string }[],
  mode: 'email' | 'letter',
  templateId: string | null,
) => ({
  invoice_ids: files.map(({ id }) => id),
  mode,
  ...(templateId === null ? {} : { template_id: templateId }),
});
