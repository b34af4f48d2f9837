import type { Schema } from '../../api/client.ts';

type Contact = Pick<Schema<'Customer'>['contacts'][number], 'name' | 'email' | 'email_problem' | 'recovery'>;

/**
 * Whom a reminder by e-mail goes to, as on the server (facts/messages/addressing/recipients.ts): the contact for
 * collection, else the first one with an address that is not refused. Null when there is nobody.
 */
export function mailRecipient<One extends Contact>(contacts: readonly One[]): (One & { email: string }) | null {
  const usable = contacts.filter((one): one is One & { email: string } => Boolean(one.email) && !one.email_problem);
  return usable.find(({ recovery }) => recovery) ?? usable[0] ?? null;
}
