import type { Role } from './unpaid-files.ts';

/** Whether a statement to such a reader may be made of a template: not of one that is for the others. */
export const isForRole = ({ third_party: reader }: { third_party: Role | null }, role: Role): boolean =>
  reader === null || reader === role;

/** A statement as the API takes it; without a template the API chooses one. */
export const statementBody = (
  files: readonly { id: string }[],
  mode: 'email' | 'letter',
  templateId: string | null,
) => ({
  invoice_ids: files.map(({ id }) => id),
  mode,
  ...(templateId === null ? {} : { template_id: templateId }),
});
