import type { ReminderContent } from '../../../domain/reminder-content.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import type { Actor } from '../../outcome.ts';

/**
 * The sender for `#user_*` tags: the user who acted. Null for a machine, a key that is no person's, and a deleted user.
 */
export async function actingUser(
  db: Database | Transaction,
  creditorId: string,
  { kind, id }: Partial<Actor>,
): Promise<ReminderContent['sender'] | null> {
  if (kind !== 'user' || !id) return null;
  const select = { name: true, email: true, phone: true };
  return db.user.findFirst({ where: { id, creditorId }, select });
}
