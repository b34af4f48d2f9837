import { z } from 'zod';
import type { ApiKey } from '../../../prisma/generated/client.ts';
import { shownId } from '../../frame/fields.ts';

/** A key as the API shows it: never the key itself. */
export const keyView = z
  .object({
    id: shownId,
    name: z.string(),
    role: z.string(),
    user_id: shownId.nullable(),
    created_at: z.iso.datetime(),
  })
  .meta({ id: 'Key' });

export const viewKey = (row: ApiKey): z.output<typeof keyView> => ({
  id: row.id,
  name: row.name,
  role: row.role,
  user_id: row.userId,
  created_at: row.createdAt.toISOString(),
});
