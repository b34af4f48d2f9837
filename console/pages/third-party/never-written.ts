import type { Schema } from '../../api/client.ts';
import type { Role } from './unpaid-files.ts';

/** A referrer who is no professional gets no statement. A notary always is one. */
export const isNeverWritten = ({ professional }: Pick<Schema<'ThirdParty'>, 'professional'>, writtenAs: Role) =>
  writtenAs === 'referrer' && !professional;
